import type { Rect } from '../../notebook/sheet/address';

/** Part of a block, relative to its first cell. */
export function subRange(block: Excel.Range, { row, column, rows, columns }: Rect): Excel.Range {
  return block.getCell(row, column).getResizedRange(rows - 1, columns - 1);
}

/** Queues one number format for all cells; Excel accepts it, its type declarations do not. */
export function setFormat(cells: Excel.Range, code: string): void {
  (cells as { numberFormat: unknown }).numberFormat = code;
}
