import type { Grid } from '../../../notebook/explain/explanation';

/** A place in a grid, from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The cell at which the Tab key stops: the one that was chosen last, or else the first that can be gone to. */
export function startOf(grid: Grid, chosen: Place | undefined): Place | undefined {
  if (chosen && isLinked(grid, chosen)) return chosen;
  const row = grid.rows.findIndex((each) => each.some(({ cell }) => cell));
  return row < 0 ? undefined : { row, column: grid.rows[row].findIndex(({ cell }) => cell) };
}

/** Where an arrow key leads to: the next cell in its direction that can be gone to. */
export function movedBy(grid: Grid, from: Place, key: string): Place | undefined {
  const step = STEPS[key];
  if (!step) return undefined;
  let [row, column] = [from.row + step[0], from.column + step[1]];
  for (; grid.rows[row]?.[column]; row += step[0], column += step[1])
    if (isLinked(grid, { row, column })) return { row, column };
  return undefined;
}

export function isAt(place: Place | undefined, row: number, column: number): boolean {
  return place?.row === row && place.column === column;
}

function isLinked({ rows }: Grid, { row, column }: Place): boolean {
  return rows[row]?.[column]?.cell !== undefined;
}

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
