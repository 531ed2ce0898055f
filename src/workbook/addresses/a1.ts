/** A1 text, which exists only where Excel speaks it: arguments, `address` properties, events, defined names. */
import { MAX_COLUMNS, MAX_ROWS, Rect } from './rect';

const columnNames: string[] = [];

/** 0 -> A, 25 -> Z, 26 -> AA */
export const columnName = (column: number): string => (columnNames[column] ??= makeColumnName(column));

function makeColumnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export function columnIndex(name: string): number {
  return [...name.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** `A1`, `A1:B2`, `A:C` or `1:3`, as Excel writes it; a whole sheet is all of its rows (ClosedXML/ClosedXML#1021). */
export function formatRect(a: Rect): string {
  if (a.isWholeRows) return `${a.row + 1}:${a.lastRow + 1}`;
  if (a.isWholeColumns) return `${columnName(a.column)}:${columnName(a.lastColumn)}`;
  const start = columnName(a.column) + (a.row + 1);
  return a.isSingleCell ? start : `${start}:${columnName(a.lastColumn)}${a.lastRow + 1}`;
}

/** `$A$1:$B$2`: how a defined name keeps its cells. */
export function formatAbsolute(a: Rect): string {
  return formatRect(a).replace(
    /([A-Z]+)?(\d+)?/g,
    (_, letters, digits) => (letters ? `$${letters}` : '') + (digits ? `$${digits}` : ''),
  );
}

/** Sheet names that could be read as something else stand in quotes in formulas and addresses. */
export function quoteSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !parseRect(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

export const qualify = (sheet: string, address: string) => `${quoteSheet(sheet)}!${address}`;

/** Splits `'Lesson 4'!A1` into the sheet's name, unquoted, and what follows. */
export function splitSheet(text: string): { sheet: string | null; address: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/s.exec(text);
  if (!match) return { sheet: null, address: text };
  return { sheet: match[1] === undefined ? match[2] : match[1].replaceAll("''", "'"), address: match[3] };
}

/** Splits `A1:B2, 'My; sheet'!D4` at the commas and semicolons that are not part of a sheet's name. */
export function splitAddresses(text: string): string[] {
  return (text.match(/(?:'(?:[^']|'')*'|[^,;])+/g) ?? ['']).map((part) => part.trim());
}

/** Reads one rectangle without a sheet; null if the text is not an address inside a worksheet. */
export function parseRect(text: string): Rect | null {
  const cells = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(text);
  if (cells) {
    const column = columnIndex(cells[1]);
    const row = Number(cells[2]) - 1;
    return between(
      row,
      column,
      cells[4] ? Number(cells[4]) - 1 : row,
      cells[3] ? columnIndex(cells[3]) : column,
    );
  }
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(text);
  if (columns) return between(0, columnIndex(columns[1]), MAX_ROWS - 1, columnIndex(columns[2]));
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(text);
  if (rows) return between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1);
  return null;
}

/** Corners in any order, as a person may type them; null outside of a worksheet. */
function between(row1: number, column1: number, row2: number, column2: number): Rect | null {
  const found = Rect.between(row1, column1, row2, column2);
  return found.isInsideSheet ? found : null;
}
