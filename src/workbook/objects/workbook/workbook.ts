/**
 * The root of Excel's object model.
 *
 * workbook/ is for the workbook as a whole: application, settings, services. May import every other kind of object.
 */
import { SheetsSelectionsService } from '@univerjs/sheets';
import { Rect } from '../../addresses/rect';
import { rectOf } from '../../grid/ranges';
import { severalSelected } from '../../host/errors';
import { ExcelObject, membersOf } from '../../host/excelObject';
import type { Book } from '../book';
import { existing } from '../collection';
import { NamedItemCollection } from '../names/namedItem';
import { WorkbookProtection } from '../protection/members';
import { Range } from '../ranges/range';
import { TableCollection } from '../tables/table';
import { WorksheetCollection } from '../worksheets/collection';
import { Application } from './application';
import { CustomXmlPartCollection } from './customXmlParts';
import { SettingCollection } from './settings';

export class Workbook extends ExcelObject {
  constructor(readonly book: Book) {
    super();
  }
}

const members = membersOf(Workbook, 'Workbook', {
  scalars: {
    Name: ({ book }) => book.name,
    ReadOnly: ({ book }) => book.protection.readOnly,
  },
  objects: {
    Application: ({ book }) => new Application(book),
    CustomXmlParts: ({ book }) => new CustomXmlPartCollection(book),
    Names: ({ book }) => new NamedItemCollection(book, null),
    Protection: ({ book }) => new WorkbookProtection(book),
    Settings: ({ book }) => new SettingCollection(book),
    Tables: ({ book }) => new TableCollection(book, null),
    Worksheets: ({ book }) => new WorksheetCollection(book),
  },
  methods: {
    GetActiveCell: ({ book }) => selection(book, true),
    GetSelectedRange: ({ book }) => selection(book, false),
  },
});

function selection(book: Book, cellOnly: boolean): Range {
  const service = book.grid.injector.get(SheetsSelectionsService);
  const sheetId = existing(book.grid.workbook.getActiveSheet(), 'Workbook.getSelectedRange').getSheetId();
  const last = service.getCurrentLastSelection();
  if (!last) return new Range(book, sheetId, new Rect(0, 0));
  // "If there are multiple ranges selected, this method will throw an error" (excel.workbook, getSelectedRange).
  if (!cellOnly && service.getCurrentSelections().length > 1)
    throw severalSelected('Workbook.getSelectedRange');
  const { primary } = last;
  if (cellOnly && primary) return new Range(book, sheetId, new Rect(primary.actualRow, primary.actualColumn));
  const selected = rectOf(last.range);
  return new Range(book, sheetId, cellOnly ? selected.firstCell : selected);
}

export const rootMembers = [members];
