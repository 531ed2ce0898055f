/** The parts of the user interface that a workbook needs. */
import type { ChartSurface } from '../objects/charts/store';
import type { ShapeSurface } from '../objects/shapes/store';

/** Whether the user is typing into a cell. */
export interface CellEdit {
  readonly isOn: boolean;
  /** Resolves when no cell is being edited and what was typed is in its cell. */
  ended(): Promise<void>;
}

export interface UserInterface {
  readonly charts: ChartSurface;
  readonly shapes: ShapeSurface;
  /** Shows why an entry is refused. */
  showAlert(title: string, message: string): void;
  readonly cellEdit: CellEdit;
  /** Whether this workbook is in front, rather than another one open beside it. */
  readonly front: { readonly isOurs: boolean };
}
