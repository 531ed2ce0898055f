/** Converts between Univer's ranges, which have ends, and rectangles, which have sizes. */
import { type IRange, RANGE_TYPE } from '@univerjs/core';
import { MAX_COLUMNS, MAX_ROWS, Rect } from '../addresses/rect';

export const rangeOf = (a: Rect): IRange => ({
  startRow: a.row,
  endRow: a.lastRow,
  startColumn: a.column,
  endColumn: a.lastColumn,
});

/** Whole rows and columns end at the grid's end in Univer, at the worksheet's in Excel. */
export function rectOf({ startRow, endRow, startColumn, endColumn, rangeType }: IRange): Rect {
  const everyRow = rangeType === RANGE_TYPE.COLUMN || rangeType === RANGE_TYPE.ALL;
  const everyColumn = rangeType === RANGE_TYPE.ROW || rangeType === RANGE_TYPE.ALL;
  return new Rect(
    everyRow ? 0 : startRow,
    everyColumn ? 0 : startColumn,
    everyRow ? MAX_ROWS : endRow - startRow + 1,
    everyColumn ? MAX_COLUMNS : endColumn - startColumn + 1,
  );
}

/** The part of a range that the grid has: whole rows and columns end with it. */
export const presentRect = (range: IRange): Rect => rectOf({ ...range, rangeType: undefined });
