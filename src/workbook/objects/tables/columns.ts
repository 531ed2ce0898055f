/** The columns of a table. */
import { ExcelObject, membersOf } from '../../host/excelObject';
import { texts } from '../../texts';
import { text } from '../arguments';
import { COUNT, Collection, collectionMembers } from '../collection';
import { readValues, valueAt, writeContent } from '../ranges/content';
import type { Range } from '../ranges/range';
import { findRecord } from '../records';
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

export const tableColumnMembers = [
  collectionMembers(TableColumnCollection, 'TableColumnCollection', { scalars: COUNT }),
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
      GetDataBodyRange: (column) => column.within(column.table.body),
      GetHeaderRowRange: (column) => column.within(column.table.header),
      GetRange: (column) => column.within(column.table.range),
    },
  }),
];
