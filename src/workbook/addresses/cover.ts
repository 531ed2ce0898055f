/** Covers scattered cells with rectangles. */
import { Rect } from './rect';

/**
 * Covers cells, given as columns by row, with few rectangles: runs in a row, merged downwards where they
 * repeat.
 */
export function coveringRects(cells: ReadonlyMap<number, readonly number[]>): Rect[] {
  const finished: Rect[] = [];
  let open = new Map<string, Rect>();
  for (const row of [...cells.keys()].sort(ascending)) {
    const current = new Map<string, Rect>();
    for (const [column, columns] of runs(cells.get(row)!)) {
      const key = `${column}+${columns}`;
      const above = open.get(key);
      const continues = above && above.row + above.rows === row;
      if (continues) open.delete(key);
      current.set(
        key,
        continues ? above.resized(above.rows + 1, columns) : new Rect(row, column, 1, columns),
      );
    }
    finished.push(...open.values());
    open = current;
  }
  return [...finished, ...open.values()];
}

const ascending = (a: number, b: number) => a - b;

/** Neighbouring columns as [first, count]. */
function runs(columns: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const column of [...columns].sort(ascending)) {
    const last = found.at(-1);
    if (last && last[0] + last[1] === column) last[1]++;
    else found.push([column, 1]);
  }
  return found;
}
