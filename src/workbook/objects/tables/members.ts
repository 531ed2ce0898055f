/** The members of tables. */
import { parseRect, splitSheet } from '../../addresses/a1';
import { invalidArgument, invalidOperation, itemAlreadyExists } from '../../host/errors';
import { type Argument, membersOf } from '../../host/excelObject';
import { texts } from '../../texts';
import { text, truth } from '../arguments';
import type { Book } from '../book';
import { COUNT, collectionMembers } from '../collection';
import { isValidName } from '../names/rules';
import { clearRange } from '../ranges/actions';
import { valueAt, writeContent } from '../ranges/content';
import { Range } from '../ranges/range';
import { fieldsOf } from '../recordObject';
import { WorksheetCollection } from '../worksheets/collection';
import { Worksheet } from '../worksheets/worksheet';
import { TableColumnCollection } from './columns';
import { TableRowCollection } from './rows';
import type { TableRecord } from './store';
import { Table, TableCollection } from './table';

const collection = collectionMembers(TableCollection, 'TableCollection', {
  scalars: COUNT,
  methods: { Add: add },
  events: ['AddedEvent', 'DataChangedEvent', 'DeletedEvent'],
});

function add(self: TableCollection, address: Argument, hasHeaders: Argument): Table {
  const location = 'TableCollection.add';
  const withHeaders = truth(hasHeaders, location);
  const { sheetId, area } = rangeFrom(self.book, self.sheetId, address, location);
  if (self.store.touching(sheetId, area).length > 0) throw invalidOperation('overlappingTables', location);
  const table = self.open(self.store.add(sheetId, area, withHeaders).id);
  if (withHeaders) nameColumns(table, location);
  return table;
}

/** A range, or an address on the sheet that it names, else on `sheetId`, else on the active one. */
function rangeFrom(book: Book, sheetId: string | null, value: Argument, location: string): Range {
  if (value instanceof Range) return value;
  const { sheet, address } = splitSheet(text(value, location));
  const sheets = new WorksheetCollection(book);
  const own = sheetId === null ? sheets.active : new Worksheet(book, sheetId);
  const owner = sheet === null ? own : sheets.find(sheet);
  const area = parseRect(address);
  if (!owner || !area) throw invalidArgument(location);
  return new Range(book, owner.id, area);
}

/** Every column of a table has a name. */
function nameColumns({ book, header }: Table, location: string): void {
  book.grid.flush();
  for (let j = 0; j < header.area.columns; j++) {
    const cell = header.at(header.area.columnAt(j), location);
    if (valueAt(cell, cell.area.row, cell.area.column) === '')
      writeContent(cell, texts.names.tableColumn(j + 1), location);
  }
}

const field = fieldsOf<TableRecord>('Table');

const table = membersOf(Table, 'Table', {
  scalars: {
    Id: ({ id }) => id,
    Name: { get: ({ record }) => record.name, set: (self, name) => rename(self, text(name, 'Table.name')) },
    ShowFilterButton: field('showFilterButton', truth),
    Style: field('style', text),
  },
  objects: {
    Columns: (self) => new TableColumnCollection(self),
    Rows: (self) => new TableRowCollection(self),
    Worksheet: ({ book, record }) => new Worksheet(book, record.sheetId),
  },
  methods: {
    ConvertToRange: ({ range, store, record }) => {
      store.remove(record);
      return range;
    },
    Delete: ({ range, store, record }) => {
      clearRange(range, 'All');
      store.remove(record);
    },
    GetDataBodyRange: ({ body }) => body,
    GetHeaderRowRange: ({ header }) => header,
    GetRange: ({ range }) => range,
    Resize: resize,
  },
  events: ['DataChangedEvent', 'SelectionChangedEvent'],
});

function rename({ store, record }: Table, name: string): void {
  if (!isValidName(name)) throw invalidArgument('Table.name');
  const other = store.named(name);
  if (other && other !== record) throw itemAlreadyExists('Table.name');
  record.name = name;
}

/** The header stays where it is. */
function resize(self: Table, address: Argument): void {
  const { area, sheetId } = self.record;
  const target = rangeFrom(self.book, sheetId, address, 'Table.resize').area;
  if (target.row !== area.row || !target.touches(area)) throw invalidArgument('Table.resize');
  self.resize(target);
}

export const tableMembers = [collection, table];
