/** What of the page a workbook can reach. */
import type { ChartSurface } from '../objects/charts/store';
import type { ShapeSurface } from '../objects/shapes/store';

/** What of the page around the grid the workbook can reach; nothing of it, where there is no page. */
export interface Surroundings {
  readonly charts: ChartSurface;
  readonly shapes: ShapeSurface;
  /** Tells a person why what was typed cannot stand. */
  refuse(title: string, message: string): void;
  /** Resolves when nobody is typing into a cell. */
  cellEditEnded(): Promise<void>;
}
