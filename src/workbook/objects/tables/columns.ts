/** The columns of a table. */
import { Rect } from '../../addresses/rect';
import { invalidArgument } from '../../host/errors';
import { type Argument, ExcelObject, membersOf } from '../../host/excelObject';
import { texts } from '../../texts';
import { json, text, textOr, whole } from '../arguments';
import { usedArea } from '../cells/usedArea';
import { COUNT, Collection, collectionMembers } from '../collection';
import { deleteCells, insertCells } from '../ranges/actions';
import { readValues, valueAt, writeContent } from '../ranges/content';
import { Range } from '../ranges/range';
import { findRecord } from '../records';
import { columnName, headerText, writeHeader } from './headers';
import type { Table } from './table';

export class TableColumnCollection extends Collection<TableColumn> {
  constructor(readonly table: Table) {
    super();
  }
  get list(): TableColumn[] {
    return Array.from(
      { length: this.table.record.area.columns },
      (_, index) => new TableColumn(this.table, index),
    );
  }
  /** By name or by id. */
  override find(key: string | number): TableColumn | null {
    return findRecord(this.list, key) ?? null;
  }
}

class TableColumn extends ExcelObject {
  constructor(
    readonly table: Table,
    readonly index: number,
  ) {
    super();
  }
  override get key() {
    return { Id: this.id };
  }
  /** Starts at 1, as Excel's column ids do. */
  get id(): number {
    return this.index + 1;
  }
  get name(): string {
    const { showHeaders, area } = this.table.record;
    if (!showHeaders) return texts.names.tableColumn(this.id);
    return String(valueAt(this.table.range, area.row, area.column + this.index));
  }
  /** This column's part of one of the table's ranges. */
  within(range: Range): Range {
    return range.at(range.area.columnAt(this.index), 'TableColumn');
  }
}

/**
 * A column goes in before the one at `index`, or at the end; cells to the right make room when there is something in them.
 * Its values begin with its header. "The index value should be equal to or less than the last column's index value":
 * https://learn.microsoft.com/javascript/api/excel/excel.tablecolumncollection#excel-excel-tablecolumncollection-add-member(1)
 */
function add(
  { table, list }: TableColumnCollection,
  index: Argument,
  values: Argument,
  name: Argument,
): TableColumn {
  const location = 'TableColumnCollection.add';
  const isLast = index === undefined || index === null || index === -1;
  const at = isLast ? list.length : whole(index, location);
  if (!isLast && at >= list.length) throw invalidArgument(location);
  const { book, record } = table;
  const { area: before, sheetId } = record;
  const taken = new Set(list.map((column) => column.name.toLowerCase()));
  const added = new Range(book, sheetId, new Rect(before.row, before.column + at, before.rows));
  if (!isLast || usedArea(book.grid, sheetId, added.area, true) !== null) insertCells(added, 'Right');
  table.resize(before.resized(before.rows, before.columns + 1));
  const input = json(values);
  if (input !== null) writeContent(added, input, location);
  book.grid.flush();
  const { row, column } = added.area;
  const wanted = textOr(name, '', location) || headerText(table, row, column);
  writeHeader(table, column, columnName(taken, wanted, 1));
  table.change({});
  return new TableColumn(table, at);
}

function remove({ table, index }: TableColumn): void {
  const { area: before } = table.record;
  deleteCells(table.range.at(before.columnAt(index), 'TableColumn.delete'), 'Left');
  // Without columns there is no table.
  if (before.columns === 1) return;
  table.resize(before.resized(before.rows, before.columns - 1));
  table.change({});
}

export const tableColumnMembers = [
  collectionMembers(TableColumnCollection, 'TableColumnCollection', {
    scalars: COUNT,
    methods: { Add: add },
  }),
  membersOf(TableColumn, 'TableColumn', {
    scalars: {
      Id: ({ id }) => id,
      Index: ({ index }) => index,
      Name: {
        get: ({ name }) => name,
        set: (column, name) =>
          writeContent(
            column.within(column.table.header),
            text(name, 'TableColumn.name'),
            'TableColumn.name',
          ),
      },
      Values: {
        get: (column) => readValues(column.within(column.table.range)),
        set: (column, values) =>
          writeContent(column.within(column.table.range), values, 'TableColumn.values'),
      },
    },
    methods: {
      Delete: remove,
      GetDataBodyRange: (column) => column.within(column.table.body),
      GetHeaderRowRange: (column) => column.within(column.table.header),
      GetRange: (column) => column.within(column.table.range),
    },
  }),
];
