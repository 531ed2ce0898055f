/** The members of tables. */
import { intersection, parseArea, splitSheet } from '../grid/address';
import { ExcelError, invalidArgument, itemAlreadyExists, itemNotFound } from '../host/errors';
import { type Argument, membersOf } from '../host/excelObject';
import type { Json } from '../host/wire';
import { text, truth, whole } from './arguments';
import type { Book } from './book';
import { isValidName } from './nameStore';
import { Range } from './range';
import { clearRange } from './rangeActions';
import { valueAt, writeContent } from './rangeContent';
import { Table, TableCollection } from './table';
import { TableColumnCollection } from './tableColumns';
import { TableRowCollection } from './tableRows';
import { paintTable } from './tableStore';
import { Worksheet } from './worksheet';
import { WorksheetCollection } from './worksheets';

const collectionMembers = membersOf(TableCollection, 'TableCollection', {
  scalars: { Count: ({ list }) => list.length },
  items: ({ list }) => list,
  item: (self, key) => self.find(key),
  methods: {
    Add: (self, address, hasHeaders) => add(self, address, truth(hasHeaders, 'TableCollection.add')),
    GetCount: ({ list }) => list.length,
    GetItemAt: ({ list }, index) => {
      const table = list[whole(index, 'TableCollection.getItemAt')];
      if (!table) throw itemNotFound('TableCollection.getItemAt');
      return table;
    },
    GetItemOrNullObject: (self, key) => self.find(text(key, 'TableCollection.getItemOrNullObject')),
  },
  events: ['AddedEvent', 'DataChangedEvent', 'DeletedEvent'],
});

function add({ book, sheetId }: TableCollection, address: Argument, hasHeaders: boolean): Table {
  const range =
    address instanceof Range ? address : rangeOf(book, sheetId, text(address, 'TableCollection.add'));
  if (book.tables.at(range.sheetId, range.area).length > 0) {
    throw new ExcelError('InvalidOperation', 'A table cannot overlap another table.', 'TableCollection.add');
  }
  const record = book.tables.add(range.sheetId, range.area, hasHeaders);
  const table = new Table(book, record.id);
  if (hasHeaders) fillHeaders(table);
  paintTable(book.grid, record);
  return table;
}

function rangeOf(book: Book, sheetId: string | null, address: string): Range {
  const { sheet, address: local } = splitSheet(address);
  const sheets = new WorksheetCollection(book);
  const owner =
    sheet === null ? (sheetId === null ? sheets.active : new Worksheet(book, sheetId)) : sheets.find(sheet);
  const found = parseArea(local);
  if (!owner || !found) throw invalidArgument('TableCollection.add');
  return new Range(book, owner.id, found);
}

/** Every column of a table has a name. */
function fillHeaders({ book, header }: Table): void {
  book.grid.flush();
  for (let j = 0; j < header.area.columns; j++) {
    const cell = header.offset(0, j, 1, 1, 'TableCollection.add');
    if (valueAt(cell, cell.area.row, cell.area.column) === '')
      writeContent(cell, `Column${j + 1}`, 'TableCollection.add');
  }
}

const flag = (name: 'showBandedRows' | 'showFilterButton' | 'showHeaders') => ({
  get: ({ record }: Table) => record[name],
  set: (table: Table, value: Json) => table.change({ [name]: truth(value, `Table.${name}`) }),
});

const ownMembers = membersOf(Table, 'Table', {
  scalars: {
    Id: ({ id }) => id,
    LegacyId: ({ id }) => id,
    Name: { get: ({ record }) => record.name, set: (table, name) => rename(table, text(name, 'Table.name')) },
    ShowBandedRows: flag('showBandedRows'),
    ShowFilterButton: flag('showFilterButton'),
    ShowHeaders: flag('showHeaders'),
    ShowTotals: () => false,
    Style: {
      get: ({ record }) => record.style,
      set: (table, style) => table.change({ style: text(style, 'Table.style') }),
    },
  },
  objects: {
    Columns: (table) => new TableColumnCollection(table),
    Rows: (table) => new TableRowCollection(table),
    Worksheet: ({ book, record }) => new Worksheet(book, record.sheetId),
  },
  methods: {
    ConvertToRange: (table) => {
      const { range } = table;
      table.book.tables.remove(table.id);
      return range;
    },
    Delete: (table) => {
      clearRange(table.range, 'All');
      table.book.tables.remove(table.id);
    },
    GetDataBodyRange: ({ body }) => body,
    GetHeaderRowRange: ({ header }) => header,
    GetRange: ({ range }) => range,
    Resize: (table, address) => resize(table, address),
  },
  events: ['DataChangedEvent', 'SelectionChangedEvent'],
});

function rename(table: Table, name: string): void {
  if (!isValidName(name)) throw invalidArgument('Table.name');
  const other = table.book.tables.named(name);
  if (other && other.id !== table.id) throw itemAlreadyExists('Table.name');
  table.record.name = name;
}

/** The header stays where it is. */
function resize(table: Table, address: Argument): void {
  const target =
    address instanceof Range
      ? address
      : rangeOf(table.book, table.record.sheetId, text(address, 'Table.resize'));
  if (target.area.row !== table.record.area.row || !intersection(target.area, table.record.area)) {
    throw invalidArgument('Table.resize');
  }
  table.resize(target.area);
}

export const tableMembers = [collectionMembers, ownMembers];
