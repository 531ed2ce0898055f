/** A cell of a grid, or an offset between two cells: rows down, columns to the right. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

const STEPS: Readonly<Record<string, GridPosition>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** The cell that an arrow key (`KeyboardEvent.key`) leads to; undefined for any other key. */
export function arrowStep({ row, column }: GridPosition, key: string): GridPosition | undefined {
  const step = STEPS[key];
  return step && { row: row + step.row, column: column + step.column };
}
