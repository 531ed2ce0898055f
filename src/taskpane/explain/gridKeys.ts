import type { NumberGrid } from '../../notebook/explain/explanation';
import { arrowStep, type GridPosition } from '../arrowKeys';

/** The cell at which the Tab key stops: the last one chosen, or else the first that is a link. */
export function startOf(grid: NumberGrid, chosen: GridPosition | undefined): GridPosition | undefined {
  if (chosen && isLinked(grid, chosen)) return chosen;
  const row = grid.rows.findIndex((each) => each.some(({ cell }) => cell));
  return row < 0 ? undefined : { row, column: grid.rows[row].findIndex(({ cell }) => cell) };
}

/** The next cell in the direction of an arrow key that is a link. */
export function movedBy(grid: NumberGrid, from: GridPosition, key: string): GridPosition | undefined {
  let to = arrowStep(from, key);
  while (to && grid.rows[to.row]?.[to.column] && !isLinked(grid, to)) to = arrowStep(to, key);
  return to && isLinked(grid, to) ? to : undefined;
}

export function isAt(position: GridPosition | undefined, row: number, column: number): boolean {
  return position?.row === row && position.column === column;
}

function isLinked({ rows }: NumberGrid, { row, column }: GridPosition): boolean {
  return rows[row]?.[column]?.cell !== undefined;
}
