/** The names of a table's columns, which stand in its header: text, all different, and none is missing. */
import { CellValueType } from '@univerjs/core';
import { Rect } from '../../addresses/rect';
import { BLANK } from '../../grid/writing/writes';
import { texts } from '../../texts';
import { formatOf, textOf } from '../cells/cellValue';
import { valueAt } from '../ranges/content';
import type { Table } from './table';

/**
 * Numbers become text, a second `loss` `loss2`; what is empty gets a name. Excel does so with whatever comes into a header.
 * @param named the cells of the header that get their names now; the others keep theirs
 */
export function nameColumns(table: Table, named = table.header.area): void {
  table.book.grid.flush();
  const { area } = table.header;
  const cells = [...area.cells()];
  const isNamed = (column: number) => column >= named.column && column <= named.lastColumn;
  const others = cells.filter(([, column]) => !isNamed(column));
  const taken = new Set(others.map(([row, column]) => headerText(table, row, column).toLowerCase()));
  for (const [row, column] of cells.filter(([, at]) => isNamed(at))) {
    const name = columnName(taken, headerText(table, row, column), column - area.column + 1);
    taken.add(name.toLowerCase());
    writeHeader(table, column, name);
  }
}

/**
 * A column that was inserted through the table, with the cells above and below it, is called `Column1`, or after the next
 * number that is free.
 */
export function nameBlankColumns(table: Table): void {
  table.book.grid.flush();
  const names = [...table.header.area.cells()].map(([row, column]) => ({
    column,
    name: headerText(table, row, column),
  }));
  const taken = new Set(names.map(({ name }) => name.toLowerCase()));
  for (const { column } of names.filter(({ name }) => name === '')) {
    const name = columnName(taken, '', 1);
    taken.add(name.toLowerCase());
    writeHeader(table, column, name);
  }
  table.book.grid.flush();
}

/** What stands in a cell of the header, as it is shown. */
export function headerText({ book, range, record: { sheetId } }: Table, row: number, column: number): string {
  return textOf(valueAt(range, row, column), formatOf(book.grid.style(sheetId, row, column)));
}

/**
 * @param taken names of other columns, in small letters
 * @param wanted '' for a column without a name: it is called after a number, `Column1`
 */
export function columnName(taken: ReadonlySet<string>, wanted: string, number: number): string {
  const name = wanted || texts.names.tableColumn(number);
  if (!taken.has(name.toLowerCase())) return name;
  if (wanted === '') return columnName(taken, '', number + 1);
  for (let i = 2; ; i++) if (!taken.has(`${name}${i}`.toLowerCase())) return `${name}${i}`;
}

export function writeHeader(
  { book, header, record: { sheetId } }: Table,
  column: number,
  name: string,
): void {
  const { row } = header.area;
  if (valueAt(header, row, column) !== name)
    book.grid.put(sheetId, new Rect(row, column), () => ({ ...BLANK, v: name, t: CellValueType.STRING }));
}
