import type { Paper, Point } from './pen';

/** Where the keyboard's pen is, in whole pixels. */
export interface Cursor {
  readonly row: number;
  readonly column: number;
}

const WAYS: Readonly<Record<string, Cursor>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

export function middleOf({ height, width }: Paper): Cursor {
  return { row: Math.floor(height / 2), column: Math.floor(width / 2) };
}

/** One pixel on, and never off the paper; undefined of a key that is no arrow. */
export function moved({ row, column }: Cursor, key: string, { height, width }: Paper): Cursor | undefined {
  const way = WAYS[key];
  return (
    way && {
      row: Math.min(height - 1, Math.max(0, row + way.row)),
      column: Math.min(width - 1, Math.max(0, column + way.column)),
    }
  );
}

/** The middle of its pixel. */
export function pointOf({ row, column }: Cursor): Point {
  return { x: column + 0.5, y: row + 0.5 };
}
