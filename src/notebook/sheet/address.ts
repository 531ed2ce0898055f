// What a notebook is, as plain data: addresses, blocks of cells, settings, the plan that is drawn, initial
// weights, and which contents cells accept.
// Imports: engine, and nothing else of the notebook.

/** A rectangle of cells on some sheet, zero-based. A1 text exists only at the edge: here, and nowhere else. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const columnNames: string[] = [];

/** 0 -> "A", 27 -> "AB". */
export function columnName(column: number): string {
  // Formulas name many thousands of cells.
  return (columnNames[column] ??= spelled(column));
}

function spelled(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** "A" -> 0, "AB" -> 27. */
export function columnIndex(name: string): number {
  return [...name.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The address in A1 notation without a sheet: "AD11" or "AD11:AF13". */
export function toA1(rect: Rect): string {
  const first = columnName(rect.column) + (rect.row + 1);
  if (rect.rows === 1 && rect.columns === 1) return first;
  return `${first}:${columnName(rect.column + rect.columns - 1)}${rect.row + rect.rows}`;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/**
 * The rectangle of an A1 address; a sheet name before "!" and dollar signs are ignored. Whole rows ("3:5")
 * and columns ("B:C") are as wide and high as a sheet.
 * @throws RangeError if the text is not the address of one rectangle
 */
export function parseA1(address: string): Rect {
  const local = address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
  const match = /^([A-Za-z]{0,3})(\d*)(?::([A-Za-z]{0,3})(\d*))?$/.exec(local);
  if (!match || local === '')
    throw new RangeError(`"${address}" is not an address such as AD11 or AD11:AF13`);
  const [, column1, row1, column2 = column1, row2 = row1] = match;
  const top = row1 ? Number(row1) - 1 : 0;
  const bottom = row2 ? Number(row2) - 1 : LAST_ROW - 1;
  const left = column1 ? columnIndex(column1) : 0;
  const right = column2 ? columnIndex(column2) : LAST_COLUMN - 1;
  return {
    row: Math.min(top, bottom),
    column: Math.min(left, right),
    rows: Math.abs(bottom - top) + 1,
    columns: Math.abs(right - left) + 1,
  };
}

/** The absolute address: "$AD$11" or "$AD$11:$AF$13". */
export function toAbsoluteA1({ row, column, rows, columns }: Rect): string {
  const cell = (r: number, c: number) => `$${columnName(c)}$${r + 1}`;
  const first = cell(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cell(row + rows - 1, column + columns - 1)}`;
}

/** A cell on a sheet, zero-based. */
export type Cell = Pick<Rect, 'row' | 'column'>;

/** The rectangle of one cell. */
export function cellRect(row: number, column: number): Rect {
  return { row, column, rows: 1, columns: 1 };
}

/** Whether the cell is in the rectangle. */
export function contains(rect: Rect, { row, column }: Cell): boolean {
  return (
    row >= rect.row &&
    column >= rect.column &&
    row < rect.row + rect.rows &&
    column < rect.column + rect.columns
  );
}

/** Whether the two rectangles share a cell. */
export function overlap(a: Rect, b: Rect): boolean {
  return intersection(a, b) !== undefined;
}

/** The cells that are in both; undefined if there are none. */
export function intersection(a: Rect, b: Rect): Rect | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

/** Whether both are given and equal. */
export function sameRect(a: Rect | undefined, b: Rect | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.row === b.row &&
    a.column === b.column &&
    a.rows === b.rows &&
    a.columns === b.columns
  );
}

/** Every cell of a rectangle, row by row. */
export function cellsIn({ row, column, rows, columns }: Rect): Rect[] {
  return Array.from({ length: rows * columns }, (_, index) =>
    cellRect(row + Math.floor(index / columns), column + (index % columns)),
  );
}

/** The smallest rectangle that contains all of these. */
export function boundingRect(rects: readonly Rect[]): Rect {
  const row = Math.min(...rects.map((rect) => rect.row));
  const column = Math.min(...rects.map((rect) => rect.column));
  const bottom = Math.max(...rects.map((rect) => rect.row + rect.rows));
  const right = Math.max(...rects.map((rect) => rect.column + rect.columns));
  return { row, column, rows: bottom - row, columns: right - column };
}

/** The rectangle moved by some rows and columns. */
export function shifted(rect: Rect, { row, column }: Cell): Rect {
  return { ...rect, row: rect.row + row, column: rect.column + column };
}
