/** Widths of columns and heights of rows: points in Excel, pixels in the grid. */
import { BooleanNumber } from '@univerjs/core';
import {
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
} from '@univerjs/sheets';
import { Rect } from '../../addresses/rect';
import { PIXELS_PER_POINT } from '../../grid/measures';
import { rangeOf } from '../../grid/ranges';
import type { Json } from '../../host/wire';
import type { Cells, Range } from '../ranges/range';
import { common } from './style';

/**
 * In points: "Row height 409 points" and 255 characters of the usual font, at 5.25 points each and with its margins
 * ("Excel specifications and limits", support.microsoft.com). A height of 409.5 is what Excel's own files may have.
 */
export const TALLEST = 409.5;
export const WIDEST = (255 * 7 + 5) / PIXELS_PER_POINT;

/** The grid is enlarged for at most this many rows or columns that it does not have yet. */
const MOST_LINES = 10_000;

/** In points; null where columns differ. */
export function readColumnWidth(ranges: Cells): Json {
  return common(ranges, ({ book, sheetId, area: { column, columns } }) => {
    const sheet = book.grid.sheet(sheetId);
    return sheet && sameSize((at) => sheet.getColumnWidth(at), column, columns, sheet.getColumnCount());
  });
}

/** In points; null where rows differ. */
export function readRowHeight(ranges: Cells): Json {
  return common(ranges, ({ book, sheetId, area: { row, rows } }) => {
    const sheet = book.grid.sheet(sheetId);
    return sheet && sameSize((at) => sheet.getRowHeight(at), row, rows, sheet.getRowCount());
  });
}

function sameSize(size: (at: number) => number, start: number, count: number, present: number): Json {
  const first = size(start);
  const end = Math.min(start + count, present);
  for (let at = start; at < end; at++) if (size(at) !== first) return null;
  return first / PIXELS_PER_POINT;
}

/** In whole pixels, as Excel's columns are. */
export function writeColumnWidth(ranges: Cells, points: number): void {
  const colWidth = Math.round(points * PIXELS_PER_POINT);
  for (const range of ranges)
    resize(range, acrossColumns(range.area), SetWorksheetColWidthMutation.id, { colWidth });
}

export function writeRowHeight(ranges: Cells, points: number): void {
  const rowHeight = points * PIXELS_PER_POINT;
  const autoHeightInfo = BooleanNumber.FALSE;
  for (const range of ranges) {
    resize(range, downRows(range.area), SetWorksheetRowHeightMutation.id, { rowHeight });
    // A height that was set explicitly stays, whatever is typed there.
    resize(range, downRows(range.area), SetWorksheetRowIsAutoHeightMutation.id, { autoHeightInfo });
  }
}

/** One cell of each row or column to resize; null for the whole sheet. */
const acrossColumns = (a: Rect) => (a.isWholeRows ? null : new Rect(0, a.column, 1, a.columns));
const downRows = (a: Rect) => (a.isWholeColumns ? null : new Rect(a.row, 0, a.rows, 1));

function resize(
  { book: { grid }, sheetId, area }: Range,
  lines: Rect | null,
  mutation: string,
  size: object,
): void {
  if (lines && lines.cellCount <= MOST_LINES) grid.reach(sheetId, lines);
  const present = grid.present(sheetId, area);
  if (present) grid.mutate(mutation, { subUnitId: sheetId, ranges: [rangeOf(present)], ...size });
}
