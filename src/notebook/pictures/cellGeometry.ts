import type { ColumnWidth } from '../sheet/plan';

/** Rows and other columns of a new sheet, in pixels at 100 % zoom. */
export const ROW_HEIGHT = 20;
const USUAL_WIDTH = 64;

/** Where cells are, in pixels. */
export interface CellGeometry {
  /** The left edge of a column. */
  left(column: number): number;
  width(column: number): number;
  /** The upper edge of a row. */
  top(row: number): number;
}

/** As a sheet is drawn: of two widths for a column, the later counts. */
export function cellGeometry(widths: readonly ColumnWidth[], columns: number): CellGeometry {
  const all = new Array<number>(columns).fill(USUAL_WIDTH);
  for (const { column, columns: count, width } of widths) all.fill(width, column, column + count);
  const lefts = [0];
  for (const width of all) lefts.push(lefts[lefts.length - 1] + width);
  return {
    left: (column) => lefts[column],
    width: (column) => all[column],
    top: (row) => row * ROW_HEIGHT,
  };
}
