/** A cell of a grid, or a way from one to another: rows down, columns to the right. */
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

/** Where the arrow key of that name (`KeyboardEvent.key`) leads from a cell; undefined of any other key. */
export function arrowStep({ row, column }: GridPosition, key: string): GridPosition | undefined {
  const step = STEPS[key];
  return step && { row: row + step.row, column: column + step.column };
}
