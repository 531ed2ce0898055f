/** Workbook.worksheets. */
import { textOr, truthOr } from '../arguments';
import type { Book } from '../book';
import { Collection, collectionMembers, existing } from '../collection';
import { addSheet } from './actions';
import { Worksheet } from './worksheet';

export class WorksheetCollection extends Collection<Worksheet> {
  constructor(readonly book: Book) {
    super();
  }
  get list(): Worksheet[] {
    return this.book.grid.workbook.getSheets().map((sheet) => new Worksheet(this.book, sheet.getSheetId()));
  }
  /** Finds a sheet by name, ignoring case, or by id. */
  override find(key: string | number): Worksheet | null {
    const wanted = String(key).toLowerCase();
    return this.list.find(({ id, sheet }) => id === key || sheet.getName().toLowerCase() === wanted) ?? null;
  }
  get active(): Worksheet {
    const sheet = this.book.grid.activeSheet;
    return new Worksheet(this.book, existing(sheet, 'WorksheetCollection.getActiveWorksheet').getSheetId());
  }
}

export const worksheetCollectionMembers = [
  collectionMembers(WorksheetCollection, 'WorksheetCollection', {
    methods: {
      Add: ({ book }, name) =>
        new Worksheet(book, addSheet(book, textOr(name, '', 'WorksheetCollection.add') || null)),
      GetCount: ({ list }, visibleOnly) => {
        const countsAll = !truthOr(visibleOnly, false, 'WorksheetCollection.getCount');
        return list.filter(({ sheet }) => countsAll || !sheet.isSheetHidden()).length;
      },
      GetActiveWorksheet: ({ active }) => active,
    },
    events: [
      'ActivatedEvent',
      'ColumnSortedEvent',
      'RowSortedEvent',
      'AddedEvent',
      'DataChangedEvent',
      'DeactivatedEvent',
      'DeletedEvent',
      'SelectionChangedEvent',
    ],
  }),
];
