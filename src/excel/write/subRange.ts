import type { Rect } from '../../notebook/sheet/address';

/** Some cells of a block, counted from its first. */
export function subRange(block: Excel.Range, { row, column, rows, columns }: Rect): Excel.Range {
  return block.getCell(row, column).getResizedRange(rows - 1, columns - 1);
}

/** Queue one number format for all cells, which Excel takes and its types do not know. */
export function setFormat(cells: Excel.Range, code: string): void {
  (cells as { numberFormat: unknown }).numberFormat = code;
}
