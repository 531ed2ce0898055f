/**
 * What all Excel objects of one workbook share.
 *
 * objects/ is for Excel's object model: a folder for each kind of object, with its class, its members (what office.js can
 * ask of it) and what is kept of it. The files beside this one are what several kinds have in common. May import
 * addresses/, behaviour/, grid/, host/ and texts.ts.
 */
import type { Behaviour } from '../behaviour/behaviour';
import type { Grid } from '../grid/grid';
import type { Json } from '../host/wire';
import type { ChartStore } from './charts/store';
import type { Events } from './events';
import type { Protection } from './protection/protection';
import type { ShapeStore } from './shapes/store';
import type { TableStore } from './tables/store';

/** What all Excel objects of one workbook share. */
export interface Book {
  readonly grid: Grid;
  readonly events: Events;
  /** Document settings by name; the same as Office.context.document.settings. */
  readonly settings: Map<string, Json>;
  /** Custom XML parts by id. */
  readonly xmlParts: Map<string, string>;
  /** Whether opening the file starts the add-in: the last argument of `setStartupBehavior`. */
  readonly startup: { state: string };
  readonly protection: Protection;
  readonly tables: TableStore;
  readonly charts: ChartStore;
  readonly shapes: ShapeStore;
  readonly name: string;
  readonly behaviour: Behaviour;
}
