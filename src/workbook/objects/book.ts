import type { Grid } from '../grid/grid';
import type { Json } from '../host/wire';
import type { ChartStore } from './chartStore';
import type { Events } from './events';
import type { ShapeStore } from './shapeStore';
import type { TableStore } from './tableStore';

/** What all Excel objects of one workbook share. */
export interface Book {
  readonly grid: Grid;
  readonly events: Events;
  /** Document settings by name; the same as Office.context.document.settings. */
  readonly settings: Map<string, Json>;
  readonly tables: TableStore;
  readonly charts: ChartStore;
  readonly shapes: ShapeStore;
  readonly properties: Map<string, string>;
  readonly name: string;
}
