/** The user interface, as far as a workbook uses it. */
import type { ChartSurface } from '../objects/charts/store';
import type { ShapeSurface } from '../objects/shapes/store';

/** Whether a person is typing into a cell. */
export interface CellEdit {
  readonly isOn: boolean;
  /** Resolves when no cell is being typed into, and what was typed is in its cell. */
  ended(): Promise<void>;
}

export interface UserInterface {
  readonly charts: ChartSurface;
  readonly shapes: ShapeSurface;
  /** Tells a person why an entry is refused. */
  showAlert(title: string, message: string): void;
  readonly cellEdit: CellEdit;
}
