/** What a person types into a cell: it is held against the cell's data validation before it gets there. */
import { CellValueType, DataValidationErrorStyle, type ICellData, type Nullable } from '@univerjs/core';
import { AFTER_CELL_EDIT, SheetInterceptorService } from '@univerjs/sheets';
import { longNumber } from '../../grid/longNumbers';
import { texts } from '../../texts';
import type { Book } from '../book';
import { type CellValue, cellFor, valueOf } from '../cells/cellValue';
import { validations } from './store';
import { isValid } from './validity';

/** `refuse` tells a person why what was typed cannot stand. */
export function watchTyping(book: Book, refuse: (title: string, message: string) => void): void {
  book.grid.injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    handler: (typed, { subUnitId, row, col }, next) => {
      const rule = validations(book.grid, subUnitId).at(row, col);
      const isStopped = rule?.errorStyle === DataValidationErrorStyle.STOP && rule.showErrorMessage !== false;
      const place = { book, sheetId: subUnitId, row, column: col };
      if (!rule || !isStopped || !isKnown(typed) || isValid(rule, typedValue(typed), place) !== false)
        return next(typed);
      refuse(rule.errorTitle || texts.refusedEntry.title, rule.error || texts.refusedEntry.message);
      // As it was: nothing is written, and nobody hears of a change.
      return { ...book.grid.cell(subUnitId, row, col) };
    },
  });
}

/** The value of a formula is known only once it stands in its cell; Univer looks at it then. */
const isKnown = (typed: Nullable<ICellData>) => !typed?.f && !typed?.si;

/** A number may still be the text that it was typed as. */
function typedValue(typed: Nullable<ICellData>): CellValue {
  const value = valueOf(typed);
  const isText = typed?.t === CellValueType.STRING || typed?.t === CellValueType.FORCE_STRING;
  if (typeof value !== 'string' || (isText && longNumber(value) === undefined)) return value;
  return longNumber(value) ?? valueOf(cellFor(value, () => false));
}
