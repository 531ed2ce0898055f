import { area } from '../grid/address';
import { itemNotFound } from '../host/errors';
import { type Argument, ExcelObject, membersOf } from '../host/excelObject';
import type { Json } from '../host/wire';
import { text, whole } from './arguments';
import { Range } from './range';
import { readValues, valueAt, writeContent } from './rangeContent';
import type { Table } from './table';

export class TableColumnCollection extends ExcelObject {
  constructor(readonly table: Table) {
    super();
  }
  get list(): TableColumn[] {
    return Array.from(
      { length: this.table.record.area.columns },
      (_, index) => new TableColumn(this.table, index),
    );
  }
  /** By name or by number (which starts at 1, as Excel's column ids do). */
  find(key: Argument): TableColumn | null {
    const wanted = String(key).toLowerCase();
    return this.list.find((column) => column.id === key || column.name.toLowerCase() === wanted) ?? null;
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
  get id(): number {
    return this.index + 1;
  }
  get name(): string {
    const { showHeaders, area: cells } = this.table.record;
    if (!showHeaders) return `Column${this.id}`;
    return String(valueAt(this.table.range, cells.row, cells.column + this.index));
  }
  /** This column's part of one of the table's ranges. */
  within(range: Range): Range {
    return new Range(
      range.book,
      range.sheetId,
      area(range.area.row, range.area.column + this.index, range.area.rows, 1),
    );
  }
}

const collectionMembers = membersOf(TableColumnCollection, 'TableColumnCollection', {
  scalars: { Count: ({ list }) => list.length },
  items: ({ list }) => list,
  item: (self, key: Json) => self.find(key),
  methods: {
    GetCount: ({ list }) => list.length,
    GetItemAt: ({ list }, index) => {
      const column = list[whole(index, 'TableColumnCollection.getItemAt')];
      if (!column) throw itemNotFound('TableColumnCollection.getItemAt');
      return column;
    },
    GetItemOrNullObject: (self, key) => self.find(key),
  },
});

const columnMembers = membersOf(TableColumn, 'TableColumn', {
  scalars: {
    Id: ({ id }) => id,
    Index: ({ index }) => index,
    Name: {
      get: ({ name }) => name,
      set: (column, name) =>
        writeContent(column.within(column.table.header), text(name, 'TableColumn.name'), 'TableColumn.name'),
    },
    Values: {
      get: (column) => readValues(column.within(column.table.range)),
      set: (column, values) => writeContent(column.within(column.table.range), values, 'TableColumn.values'),
    },
  },
  methods: {
    GetDataBodyRange: (column) => column.within(column.table.body),
    GetHeaderRowRange: (column) => column.within(column.table.header),
    GetRange: (column) => column.within(column.table.range),
  },
});

export const tableColumnMembers = [collectionMembers, columnMembers];
