/**
 * What a person types is read as Excel reads it, before Univer reads it in its own way: Univer keeps "1 1/2" as text, shows
 * "1/2" as 1/2, and takes malformed formulas.
 */
import { CellValueType, type ICellData, type IStyleData, type Nullable } from '@univerjs/core';
import { AFTER_CELL_EDIT, SetRangeValuesMutation, SheetInterceptorService } from '@univerjs/sheets';
import type { FormulaRules } from '../../formulas/formula';
import { ExcelError } from '../../host/errors';
import { texts } from '../../texts';
import type { Book } from '../book';
import { cellFor, formatOf } from './cellValue';
import { formulaRules } from './formulaRules';

/** Before the interceptors of Univer's and of data validation. */
const FIRST = 1000;

/** `showAlert` tells a person why a formula is refused. */
export function readTypedText(book: Book, showAlert: (title: string, message: string) => void): void {
  const { grid } = book;
  const rules = formulaRules(book);
  grid.injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler: (typed, { subUnitId, row, col }, next) => {
      const text = textIn(typed);
      if (!typed || text === null) return next(typed);
      try {
        const read = cellFor(text, () => formatOf(grid.style(subUnitId, row, col)), '', rules);
        return next(read && { ...typed, ...read, ...asTyped(read), ...withStyle(typed, read) });
      } catch (error) {
        if (!(error instanceof ExcelError)) throw error;
        const { title, malformed } = texts.refusedFormula;
        showAlert(title, error.code === 'NotImplemented' ? error.message : malformed);
        // The cell as it was: nothing is written, and no change is reported.
        return { ...grid.cell(subUnitId, row, col) };
      }
    },
  });
}

/** A number for a truth value, as it is kept, is taken for a number on the way there. */
const asTyped = ({ t, v }: ICellData): ICellData =>
  t === CellValueType.BOOLEAN ? { v: v ? 'TRUE' : 'FALSE' } : {};

/** What was typed, where it is still to be read; null for rich text, and for what an apostrophe made text. */
function textIn(typed: Nullable<ICellData>): string | null {
  if (!typed || typed.p || typed.t === CellValueType.FORCE_STRING || typed.t === CellValueType.STRING)
    return null;
  const text = typed.f ?? typed.v;
  return typeof text === 'string' && text !== '' ? text : null;
}

interface Edit {
  readonly subUnitId: string;
  readonly trigger?: string;
  readonly cellValue?: Record<number, Record<number, Nullable<ICellData>>>;
}

/**
 * A text that is pasted from elsewhere is read in the same way. It comes without a type, where Univer made neither a formula
 * nor a number of it; what is copied within the workbook has one.
 */
export function readPastedText(book: Book): void {
  const { grid } = book;
  const rules = formulaRules(book);
  grid.commands.beforeCommandExecuted((info, options) => {
    if (info.id !== SetRangeValuesMutation.id || options?.onlyLocal) return;
    const { subUnitId, trigger, cellValue = {} } = info.params as Edit;
    if (!trigger) return;
    for (const [row, cells] of Object.entries(cellValue))
      for (const [column, cell] of Object.entries(cells ?? {})) {
        if (typeof cell?.v !== 'string' || cell.v === '' || cell.t || cell.f || cell.p) continue;
        const format = () => formatOf(grid.style(subUnitId, Number(row), Number(column)));
        const read = pasted(cell.v, format, rules);
        if (read) Object.assign(cell, read, asTyped(read), withStyle(cell, read));
      }
  });
}

/** Null for what stays as it is: Excel would not let it be typed. */
function pasted(text: string, format: () => string, rules: FormulaRules): ICellData | null {
  try {
    return cellFor(text, format, '', rules);
  } catch (error) {
    if (error instanceof ExcelError) return null;
    throw error;
  }
}

/** What was typed into a cell may bring a number format; the rest of its style stays. */
function withStyle(typed: ICellData, read: ICellData): { s?: IStyleData } {
  if (typeof read.s !== 'object' || read.s === null) return typed.s ? { s: typed.s as IStyleData } : {};
  return { s: { ...(typeof typed.s === 'object' ? typed.s : {}), ...read.s } };
}
