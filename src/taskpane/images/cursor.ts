import { arrowStep, type GridPosition } from '../arrowKeys';
import type { Paper, Point } from './pen';

/** The pixel in the middle of the paper, where the keyboard's pen begins. */
export function middleOf({ height, width }: Paper): GridPosition {
  return { row: Math.floor(height / 2), column: Math.floor(width / 2) };
}

/** The next pixel in the direction of an arrow key, within the paper; undefined for any other key. */
export function moved(from: GridPosition, key: string, { height, width }: Paper): GridPosition | undefined {
  const to = arrowStep(from, key);
  return to && { row: within(to.row, height), column: within(to.column, width) };
}

/** The middle of a pixel. */
export function pointOf({ row, column }: GridPosition): Point {
  return { x: column + 0.5, y: row + 0.5 };
}

function within(position: number, count: number): number {
  return Math.min(count - 1, Math.max(0, position));
}
