/** Checks typed entries against the data validation of the cell before they are written. */
import { CellValueType, DataValidationErrorStyle, type ICellData, type Nullable } from '@univerjs/core';
import { AFTER_CELL_EDIT, SheetInterceptorService } from '@univerjs/sheets';
import { numberOfManyDigits } from '../../grid/manyDigits';
import { texts } from '../../texts';
import type { Book } from '../book';
import { type CellValue, valueOf } from '../cells/cellValue';
import { entryOf } from '../cells/entry';
import { validations } from './store';
import { isValid } from './validity';

/** `showAlert` shows why an entry is refused. */
export function validateTypedEntries(book: Book, showAlert: (title: string, message: string) => void): void {
  book.grid.injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    handler: (typed, { subUnitId, row, col }, next) => {
      const rule = validations(book.grid, subUnitId).at(row, col);
      const isStopped = rule?.errorStyle === DataValidationErrorStyle.STOP && rule.showErrorMessage !== false;
      const place = { book, sheetId: subUnitId, row, column: col };
      if (!rule || !isStopped || !isKnown(typed) || isValid(rule, typedValue(typed), place) !== false)
        return next(typed);
      showAlert(rule.errorTitle || texts.refusedEntry.title, rule.error || texts.refusedEntry.message);
      // Returns the cell as it was: nothing is written, and no change is reported.
      return { ...book.grid.cell(subUnitId, row, col) };
    },
  });
}

/** The value of a formula is known only after it is calculated; Univer checks it then. */
const isKnown = (typed: Nullable<ICellData>) => !typed?.f && !typed?.si;

/** The typed value; a number may still be text. */
function typedValue(typed: Nullable<ICellData>): CellValue {
  const value = valueOf(typed);
  const isText = typed?.t === CellValueType.STRING || typed?.t === CellValueType.FORCE_STRING;
  if (typeof value !== 'string' || (isText && numberOfManyDigits(value) === undefined)) return value;
  return numberOfManyDigits(value) ?? entryOf(value)?.value ?? value;
}
