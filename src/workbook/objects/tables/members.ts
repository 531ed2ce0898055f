/** The members of tables. */
import { parseRect, splitSheet } from '../../addresses/a1';
import type { Rect } from '../../addresses/rect';
import { invalidArgument, invalidOperation, itemAlreadyExists } from '../../host/errors';
import { type Argument, membersOf } from '../../host/excelObject';
import { text, truth } from '../arguments';
import type { Book } from '../book';
import { COUNT, collectionMembers } from '../collection';
import { NamedItemCollection } from '../names/namedItem';
import { isValidName } from '../names/rules';
import { clearRange, insertCells } from '../ranges/actions';
import { Range } from '../ranges/range';
import { fieldsOf } from '../recordObject';
import { WorksheetCollection } from '../worksheets/collection';
import { Worksheet } from '../worksheets/worksheet';
import { TableColumnCollection } from './columns';
import { nameColumns } from './headers';
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
  const place = withHeaders ? new Range(self.book, sheetId, area) : withHeaderRow(self.book, sheetId, area);
  const table = self.open(self.store.add(sheetId, place.area, true).id);
  nameColumns(table);
  return table;
}

/**
 * Inserts a header row above cells without headers:
 * https://learn.microsoft.com/javascript/api/excel/excel.tablecollection#excel-excel-tablecollection-add-member(1)
 */
function withHeaderRow(book: Book, sheetId: string, area: Rect): Range {
  insertCells(new Range(book, sheetId, area.rowAt(0)), 'Down');
  return new Range(book, sheetId, area.resized(area.rows + 1, area.columns));
}

/** A range, or an address: on the sheet that it names, else on `sheetId`, else on the active one. */
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
      // Without its table, a header is cleared like other cells.
      store.remove(record);
      clearRange(range, 'All');
    },
    GetDataBodyRange: ({ body }) => body,
    GetHeaderRowRange: ({ header }) => header,
    GetRange: ({ range }) => range,
    Resize: resize,
  },
  events: ['DataChangedEvent'],
});

function rename({ book, store, record }: Table, name: string): void {
  if (!isValidName(name)) throw invalidArgument('Table.name');
  const other = store.named(name);
  const isOfCells = new NamedItemCollection(book, null).find(name) !== null;
  if (isOfCells || (other && other !== record)) throw itemAlreadyExists('Table.name');
  record.name = name;
}

/** Resizes the table; its header stays where it is. */
function resize(self: Table, address: Argument): void {
  const { area, sheetId } = self.record;
  const target = rangeFrom(self.book, sheetId, address, 'Table.resize').area;
  if (target.row !== area.row || !target.touches(area)) throw invalidArgument('Table.resize');
  self.resize(target);
}

export const tableMembers = [collection, table];
