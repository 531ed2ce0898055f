/** The user interface, as far as a workbook uses it. */
import type { ChartSurface } from '../objects/charts/store';
import type { ShapeSurface } from '../objects/shapes/store';

export interface UserInterface {
  readonly charts: ChartSurface;
  readonly shapes: ShapeSurface;
  /** Tells a person why an entry is refused. */
  showAlert(title: string, message: string): void;
  /** Resolves when nobody is typing into a cell. */
  cellEditEnded(): Promise<void>;
}
