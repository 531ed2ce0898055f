/** Worksheet.protection and Workbook.protection, without passwords and options: protecting protects everything. */
import { accessDenied, kindNotPlayed } from '../../host/errors';
import { type Argument, ExcelObject, membersOf } from '../../host/excelObject';
import type { Book } from '../book';

export class WorksheetProtection extends ExcelObject {
  constructor(
    readonly book: Book,
    readonly id: string,
  ) {
    super();
  }
}

export class WorkbookProtection extends ExcelObject {
  constructor(readonly book: Book) {
    super();
  }
}

const ofSheet = membersOf(WorksheetProtection, 'WorksheetProtection', {
  scalars: { Protected: ({ book, id }) => book.protection.sheets.has(id) },
  methods: {
    /** "Fails if the worksheet has already been protected": Excel.WorksheetProtection.protect. */
    Protect: ({ book, id }, options, password) => {
      const location = 'WorksheetProtection.protect';
      refuseMore(location, options, password);
      if (book.protection.sheets.has(id)) throw accessDenied(location);
      book.protection.sheets.add(id);
    },
    Unprotect: ({ book, id }, password) => {
      refuseMore('WorksheetProtection.unprotect', password);
      book.protection.sheets.delete(id);
    },
  },
});

const ofWorkbook = membersOf(WorkbookProtection, 'WorkbookProtection', {
  scalars: { Protected: ({ book }) => book.protection.structure },
  methods: {
    Protect: ({ book }, password) => {
      const location = 'WorkbookProtection.protect';
      refuseMore(location, password);
      if (book.protection.structure) throw accessDenied(location);
      book.protection.structure = true;
    },
    Unprotect: ({ book }, password) => {
      refuseMore('WorkbookProtection.unprotect', password);
      book.protection.structure = false;
    },
  },
});

function refuseMore(location: string, ...more: readonly Argument[]): void {
  if (more.some((each) => each !== undefined && each !== null))
    throw kindNotPlayed('protection', 'with options or a password', location);
}

export const protectionMembers = [ofSheet, ofWorkbook];
