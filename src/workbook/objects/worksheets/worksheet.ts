/**
 * A worksheet, as an add-in holds it.
 *
 * worksheets/ is for sheets: adding, deleting and activating them, and finding their ranges. May import
 * names/ and ranges/; the members of a worksheet lead to everything on it.
 */
import { itemNotFound } from '../../host/errors';
import { ExcelObject } from '../../host/excelObject';
import type { Book } from '../book';

export class Worksheet extends ExcelObject {
  constructor(
    readonly book: Book,
    readonly id: string,
  ) {
    super();
  }
  override get key() {
    return { Id: this.id };
  }
  /** Univer's sheet; an object kept beyond the sheet's deletion finds none. */
  get sheet() {
    const sheet = this.book.grid.sheet(this.id);
    if (!sheet) throw itemNotFound('Worksheet');
    return sheet;
  }
  set(mutation: string, params: object): void {
    this.book.grid.mutate(mutation, { subUnitId: this.id, ...params });
  }
  get position(): number {
    return this.book.grid.workbook.getSheets().findIndex((sheet) => sheet.getSheetId() === this.id);
  }
}
