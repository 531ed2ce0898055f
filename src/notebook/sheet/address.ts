/** A rectangle of cells on some sheet, zero-based. A1 text exists only at the edge: here, and nowhere else. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** 0 -> "A", 27 -> "AB". */
export function columnName(column: number): string {
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
 * The rectangle of an A1 address; a sheet before "!" and dollar signs are passed over.
 * Whole rows ("3:5") and columns ("B:C") are as wide and high as a sheet.
 * @throws RangeError when the text is not an address of one rectangle.
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

/** Do the two rectangles share a cell? */
export function overlap(a: Rect, b: Rect): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}
