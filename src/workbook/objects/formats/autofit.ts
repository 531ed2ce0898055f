/** Column widths and row heights by content. Text is measured by its length: close enough to read it. */
import { SetWorksheetColWidthMutation, SetWorksheetRowHeightMutation } from '@univerjs/sheets';
import { FONT } from '../../grid/excelDefaults';
import { rangeOf } from '../../grid/ranges';
import { formatOf, textOf } from '../cells/cellValue';
import { valueAt } from '../ranges/content';
import type { Range } from '../ranges/range';

const PADDING = 8;
const PIXELS_PER_CHARACTER_AND_POINT = 0.66;
const LINE_HEIGHT = 1.8;

export function autofitColumns(range: Range): void {
  const colWidth: Record<number, number> = {};
  eachCell(range, (row, column, points) => {
    const shown = textOf(
      valueAt(range, row, column),
      formatOf(range.book.grid.style(range.sheetId, row, column)),
    );
    const width = Math.ceil(shown.length * points * PIXELS_PER_CHARACTER_AND_POINT) + PADDING;
    if (shown !== '') colWidth[column] = Math.max(colWidth[column] ?? 0, width);
  });
  apply(range, SetWorksheetColWidthMutation.id, { colWidth });
}

export function autofitRows(range: Range): void {
  const rowHeight: Record<number, number> = {};
  eachCell(range, (row, _column, points) => {
    rowHeight[row] = Math.max(rowHeight[row] ?? 0, Math.ceil(points * LINE_HEIGHT));
  });
  apply(range, SetWorksheetRowHeightMutation.id, { rowHeight });
}

function eachCell(range: Range, visit: (row: number, column: number, points: number) => void): void {
  const { grid } = range.book;
  grid.flush();
  const target = grid.present(range.sheetId, range.area);
  if (!target) return;
  for (const [row, column] of target.cells())
    visit(row, column, grid.style(range.sheetId, row, column).fs ?? FONT.points);
}

function apply(range: Range, mutation: string, sizes: object): void {
  const target = range.book.grid.present(range.sheetId, range.area);
  if (target)
    range.book.grid.mutate(mutation, { subUnitId: range.sheetId, ranges: [rangeOf(target)], ...sizes });
}
