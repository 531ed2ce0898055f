import type { Grid } from '../grid/grid';
import type { Json } from '../host/wire';
import type { ChartStore } from './charts/store';
import type { Events } from './events';
import type { ShapeStore } from './shapes/store';
import type { TableStore } from './tables/store';

/** What all Excel objects of one workbook share. */
export interface Book {
  readonly grid: Grid;
  readonly events: Events;
  /** Document settings by name; the same as Office.context.document.settings. */
  readonly settings: Map<string, Json>;
  readonly tables: TableStore;
  readonly charts: ChartStore;
  readonly shapes: ShapeStore;
  readonly name: string;
}
