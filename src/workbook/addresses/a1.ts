/**
 * Addresses of the worksheet grid. An area is a value (zero-based, sizes instead of ends); A1 text exists only
 * where Excel speaks it: arguments, `address` properties, events, defined names.
 */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export const area = (row: number, column: number, rows = 1, columns = 1): Area => ({
  row,
  column,
  rows,
  columns,
});
export const WHOLE_SHEET = area(0, 0, MAX_ROWS, MAX_COLUMNS);

export const lastRow = (a: Area) => a.row + a.rows - 1;
export const lastColumn = (a: Area) => a.column + a.columns - 1;
export const cellCount = (a: Area) => a.rows * a.columns;
export const isSingleCell = (a: Area) => a.rows === 1 && a.columns === 1;
export const isWholeRows = (a: Area) => a.columns === MAX_COLUMNS;
export const isWholeColumns = (a: Area) => a.rows === MAX_ROWS;

export function isInsideSheet(a: Area): boolean {
  return (
    a.row >= 0 &&
    a.column >= 0 &&
    a.rows > 0 &&
    a.columns > 0 &&
    lastRow(a) < MAX_ROWS &&
    lastColumn(a) < MAX_COLUMNS
  );
}

export function intersection(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(lastRow(a), lastRow(b)) - row + 1;
  const columns = Math.min(lastColumn(a), lastColumn(b)) - column + 1;
  return rows > 0 && columns > 0 ? area(row, column, rows, columns) : null;
}

/** The smallest area that holds both. */
export function bounding(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return area(
    row,
    column,
    Math.max(lastRow(a), lastRow(b)) - row + 1,
    Math.max(lastColumn(a), lastColumn(b)) - column + 1,
  );
}

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

/** `A1`, `A1:B2`, `A:C` or `1:3`, as Excel writes it. */
export function formatArea(a: Area): string {
  if (isWholeColumns(a)) return `${columnName(a.column)}:${columnName(lastColumn(a))}`;
  if (isWholeRows(a)) return `${a.row + 1}:${lastRow(a) + 1}`;
  const start = columnName(a.column) + (a.row + 1);
  return isSingleCell(a) ? start : `${start}:${columnName(lastColumn(a))}${lastRow(a) + 1}`;
}

/** `$A$1:$B$2`: how a defined name keeps its cells. */
export function formatAbsolute(a: Area): string {
  return formatArea(a).replace(
    /([A-Z]+)?(\d+)?/g,
    (_, letters, digits) => (letters ? `$${letters}` : '') + (digits ? `$${digits}` : ''),
  );
}

/** Sheet names that could be read as something else stand in quotes in formulas and addresses. */
export function quoteSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !parseArea(name);
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
export function parseArea(text: string): Area | null {
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

/** Corners in any order, as a person may type them. */
function between(row1: number, column1: number, row2: number, column2: number): Area | null {
  const row = Math.min(row1, row2);
  const column = Math.min(column1, column2);
  const a = area(row, column, Math.abs(row1 - row2) + 1, Math.abs(column1 - column2) + 1);
  return isInsideSheet(a) ? a : null;
}
