/** Positions and sizes of rows and columns, in pixels from the sheet's top left corner; hidden ones have size 0. */
import type { IWorksheetData, Worksheet } from '@univerjs/core';
import type { Rect } from '../addresses/rect';

export const PIXELS_PER_POINT = 4 / 3;

/** Position and size of cells, in points. */
export function placeOf(sheet: Worksheet, { row, column, rows, columns }: Rect) {
  const [left, width] = span(columnsOf(sheet), column, columns);
  const [top, height] = span(rowsOf(sheet), row, rows);
  return { left, top, width, height };
}

function span(lines: Lines, from: number, count: number): [start: number, size: number] {
  const start = startOf(lines, from);
  return [start / PIXELS_PER_POINT, (startOf(lines, from + count) - start) / PIXELS_PER_POINT];
}

/** The rows or the columns of a sheet, so that the same arithmetic serves both. */
export interface Lines {
  /** Number of lines in the grid; all others have the default size. */
  readonly count: number;
  readonly usual: number;
  sizeOf(line: number): number;
}

export const columnsOf = (sheet: Worksheet): Lines => ({
  count: sheet.getColumnCount(),
  usual: sheet.getConfig().defaultColumnWidth,
  sizeOf: (column) => (sheet.getColVisible(column) ? sheet.getColumnWidth(column) : 0),
});

export const rowsOf = (sheet: Worksheet): Lines => ({
  count: sheet.getRowCount(),
  usual: sheet.getConfig().defaultRowHeight,
  sizeOf: (row) => (sheet.getRowVisible(row) ? sheet.getRowHeight(row) : 0),
});

type Sheet = Partial<IWorksheetData>;

/** Of a sheet that is not open. */
export const columnsIn = ({ columnCount = 0, columnData = {}, defaultColumnWidth = 0 }: Sheet): Lines =>
  linesOf(columnCount, defaultColumnWidth, (at) => (columnData[at]?.hd ? 0 : columnData[at]?.w));

export const rowsIn = ({ rowCount = 0, rowData = {}, defaultRowHeight = 0 }: Sheet): Lines =>
  linesOf(rowCount, defaultRowHeight, (at) => (rowData[at]?.hd ? 0 : rowData[at]?.h));

function linesOf(count: number, usual: number, size: (at: number) => number | undefined): Lines {
  return { count, usual, sizeOf: (at) => size(at) ?? usual };
}

/** Position of the start of a row or column, in pixels. */
export function startOf(lines: Lines, line: number): number {
  let pixels = Math.max(0, line - lines.count) * lines.usual;
  for (let at = Math.min(line, lines.count) - 1; at >= 0; at--) pixels += lines.sizeOf(at);
  return pixels;
}

/** The row or column at a position, and the distance from its start. */
export function lineAt(lines: Lines, pixels: number): { line: number; into: number } {
  let into = pixels;
  for (let line = 0; line < lines.count; line++) {
    const size = lines.sizeOf(line);
    if (into < size) return { line, into };
    into -= size;
  }
  const beyond = Math.floor(into / lines.usual);
  return { line: lines.count + beyond, into: into - beyond * lines.usual };
}
