import { overlap, parseA1 } from '../../../notebook/sheet/address';
import { TOP_LEFT, type Corner } from '../extraSheet';

/** Below the notes and the names of the columns. */
export const FIRST_ROW = 4;

/** One less than a sheet has, since Excel takes cells of whole rows for rows, whose values cannot be set. */
export const MAX_COLUMNS = 16_383;

/**
 * The indexes of the images whose rows were selected.
 * @param from index of the first image of the page
 * @param rows how many images the page shows
 * @param corner where the block begins, if it was moved; see `whereIs`
 */
export function imageOfDataRow(
  address: string,
  from: number,
  rows: number,
  corner: Corner = TOP_LEFT,
): number[] {
  const selected = address.split(',').map(parseA1);
  return Array.from({ length: rows }, (_, index) => index)
    .filter((index) => {
      const row = { ...corner, row: corner.row + FIRST_ROW + index, rows: 1, columns: MAX_COLUMNS };
      return selected.some((rect) => overlap(rect, row));
    })
    .map((index) => from + index);
}
