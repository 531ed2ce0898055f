import { itemNotFound } from '../host/errors';
import { ExcelObject, membersOf } from '../host/excelObject';
import type { Json } from '../host/wire';
import { text, textOr } from './arguments';
import type { Book } from './book';
import { addSheet } from './sheetActions';
import { Worksheet } from './worksheet';

export class WorksheetCollection extends ExcelObject {
  constructor(readonly book: Book) {
    super();
  }
  get list(): Worksheet[] {
    return this.book.grid.workbook.getSheets().map((sheet) => new Worksheet(this.book, sheet.getSheetId()));
  }
  get visible(): Worksheet[] {
    return this.list.filter(({ sheet }) => !sheet.isSheetHidden());
  }
  /** By name, whatever its case, or by id. */
  find(key: Json): Worksheet | null {
    const wanted = String(key).toLowerCase();
    return this.list.find(({ id, sheet }) => id === key || sheet.getName().toLowerCase() === wanted) ?? null;
  }
  get active(): Worksheet {
    const sheet = this.book.grid.workbook.getActiveSheet();
    if (!sheet) throw itemNotFound('WorksheetCollection.getActiveWorksheet');
    return new Worksheet(this.book, sheet.getSheetId());
  }
}

const members = membersOf(WorksheetCollection, 'WorksheetCollection', {
  items: ({ list }) => list,
  item: (self, key) => self.find(key),
  methods: {
    Add: ({ book }, name) =>
      new Worksheet(book, addSheet(book, textOr(name, '', 'WorksheetCollection.add') || null)),
    GetActiveWorksheet: ({ active }) => active,
    GetCount: (self, visibleOnly) => (visibleOnly === true ? self.visible : self.list).length,
    GetFirst: (self, visibleOnly) => (visibleOnly === true ? self.visible : self.list)[0],
    GetItemOrNullObject: (self, key) => self.find(text(key, 'WorksheetCollection.getItemOrNullObject')),
    GetLast: (self, visibleOnly) => (visibleOnly === true ? self.visible : self.list).at(-1)!,
  },
  events: [
    'ActivatedEvent',
    'AddedEvent',
    'DataChangedEvent',
    'DeactivatedEvent',
    'DeletedEvent',
    'SelectionChangedEvent',
  ],
});

export const worksheetCollectionMembers = [members];
