import { area, lastRow } from '../grid/address';
import { invalidArgument, itemNotFound } from '../host/errors';
import { type Argument, ExcelObject, membersOf } from '../host/excelObject';
import { json, whole } from './arguments';
import { Range } from './range';
import { deleteCells, insertCells } from './rangeActions';
import { readValues, writeContent } from './rangeContent';
import type { Table } from './table';
import { usedArea } from './usedArea';

export class TableRowCollection extends ExcelObject {
  constructor(readonly table: Table) {
    super();
  }
  get count(): number {
    const { area: cells, showHeaders } = this.table.record;
    return cells.rows - Number(showHeaders);
  }
  get list(): TableRow[] {
    return Array.from({ length: this.count }, (_, index) => new TableRow(this.table, index));
  }
}

class TableRow extends ExcelObject {
  constructor(
    readonly table: Table,
    readonly index: number,
  ) {
    super();
  }
  get range(): Range {
    const { body } = this.table;
    return new Range(
      body.book,
      body.sheetId,
      area(body.area.row + this.index, body.area.column, 1, body.area.columns),
    );
  }
}

const collectionMembers = membersOf(TableRowCollection, 'TableRowCollection', {
  scalars: { Count: ({ count }) => count },
  items: ({ list }) => list,
  methods: {
    Add: (self, index, values) => add(self, index, values),
    GetCount: ({ count }) => count,
    GetItemAt: ({ list }, index) => {
      const row = list[whole(index, 'TableRowCollection.getItemAt')];
      if (!row) throw itemNotFound('TableRowCollection.getItemAt');
      return row;
    },
  },
});

/** Rows go in before `index`, or at the end; cells below make room when there is something in them. */
function add({ table, count }: TableRowCollection, index: Argument, values: Argument): TableRow {
  const location = 'TableRowCollection.add';
  const at = index === undefined || index === null || index === -1 ? count : whole(index, location);
  if (at > count) throw invalidArgument(location);
  const input = json(values);
  const rows = Array.isArray(input) ? input.length : 1;
  const { book, record } = table;
  const first = record.area.row + Number(record.showHeaders) + at;
  const place = new Range(book, record.sheetId, area(first, record.area.column, rows, record.area.columns));
  const inTheWay = at < count || usedArea(book.grid, record.sheetId, place.area, true) !== null;
  const before = record.area;
  if (inTheWay) insertCells(place, 'Down');
  const height = Math.max(before.rows + rows, lastRow(place.area) - before.row + 1);
  table.resize(area(before.row, before.column, height, before.columns));
  if (at < count) table.change({});
  if (input !== null) writeContent(place, input, location);
  return new TableRow(table, at);
}

const rowMembers = membersOf(TableRow, 'TableRow', {
  scalars: {
    Index: ({ index }) => index,
    Values: {
      get: ({ range }) => readValues(range),
      set: ({ range }, values) => writeContent(range, values, 'TableRow.values'),
    },
  },
  methods: {
    Delete: ({ table, range }) => {
      const { area: before } = table.record;
      deleteCells(range, 'Up');
      table.resize(area(before.row, before.column, before.rows - 1, before.columns));
      table.change({});
    },
    GetRange: ({ range }) => range,
  },
});

export const tableRowMembers = [collectionMembers, rowMembers];
