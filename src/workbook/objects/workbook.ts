/** The root of Excel's object model. */
import { SheetsSelectionsService } from '@univerjs/sheets';
import { area } from '../grid/address';
import { areaOf } from '../grid/grid';
import { itemNotFound } from '../host/errors';
import { type Argument, ExcelObject, membersOf } from '../host/excelObject';
import { Application } from './application';
import { text } from './arguments';
import type { Book } from './book';
import { NamedItemCollection } from './namedItem';
import { Range } from './range';
import { SettingCollection } from './settings';
import { TableCollection } from './table';
import { WorksheetCollection } from './worksheets';

export class Workbook extends ExcelObject {
  constructor(readonly book: Book) {
    super();
  }
}

class DocumentProperties extends ExcelObject {
  constructor(readonly book: Book) {
    super();
  }
}

const workbookMembers = membersOf(Workbook, 'Workbook', {
  scalars: {
    Name: ({ book }) => book.name,
    ReadOnly: () => false,
    IsDirty: () => true,
    AutoSave: () => false,
    PreviouslySaved: () => false,
  },
  objects: {
    Application: ({ book }) => new Application(book),
    Names: ({ book }) => new NamedItemCollection(book, null),
    Properties: ({ book }) => new DocumentProperties(book),
    Settings: ({ book }) => new SettingCollection(book),
    Tables: ({ book }) => new TableCollection(book, null),
    Worksheets: ({ book }) => new WorksheetCollection(book),
  },
  methods: {
    GetActiveCell: ({ book }) => selection(book, true),
    GetSelectedRange: ({ book }) => selection(book, false),
    _GetRangeForEventByReferenceId: ({ book }, id) => {
      const range = eventRange(book, id);
      if (!range) throw itemNotFound('WorksheetChangedEventArgs.getRange');
      return range;
    },
    _GetRangeOrNullObjectForEventByReferenceId: ({ book }, id) => eventRange(book, id),
  },
  events: ['ActivatedEvent'],
});

function selection(book: Book, cellOnly: boolean): Range {
  const service = book.grid.injector.get(SheetsSelectionsService);
  const sheetId = book.grid.workbook.getActiveSheet()?.getSheetId();
  if (!sheetId) throw itemNotFound('Workbook.getSelectedRange');
  const last = service.getCurrentLastSelection();
  if (!last) return new Range(book, sheetId, area(0, 0));
  const { primary } = last;
  if (cellOnly && primary) return new Range(book, sheetId, area(primary.actualRow, primary.actualColumn));
  const selected = areaOf(last.range);
  return new Range(book, sheetId, cellOnly ? area(selected.row, selected.column) : selected);
}

function eventRange(book: Book, id: Argument): Range | null {
  const found = book.events.ranges.get(text(id, 'WorksheetChangedEventArgs.getRange'));
  return found && book.grid.sheet(found.sheetId) ? new Range(book, found.sheetId, found.area) : null;
}

const PROPERTIES = ['Author', 'Category', 'Comments', 'Company', 'Keywords', 'Manager', 'Subject', 'Title'];

const propertyMembers = membersOf(DocumentProperties, 'DocumentProperties', {
  scalars: Object.fromEntries(
    PROPERTIES.map((name) => [
      name,
      {
        get: ({ book }: DocumentProperties) => book.properties.get(name) ?? '',
        set: ({ book }: DocumentProperties, value: Argument) =>
          void book.properties.set(name, text(value, `DocumentProperties.${name}`)),
      },
    ]),
  ),
});

export const rootMembers = [workbookMembers, propertyMembers];
