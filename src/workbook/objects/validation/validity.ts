/** Whether a value satisfies the data validation of a cell; null if that would need a calculation. */
import { DataValidationOperator, DataValidationType, type ISheetDataValidationRule } from '@univerjs/core';
import { parseRect, splitSheet } from '../../addresses/a1';
import type { Rect } from '../../addresses/rect';
import type { Book } from '../book';
import type { CellValue } from '../cells/cellValue';
import { valueAt } from '../ranges/content';

export interface Place {
  readonly book: Book;
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

export function isValid(rule: ISheetDataValidationRule, value: CellValue, place: Place): boolean | null {
  if (value === '') return rule.allowBlank !== false;
  switch (rule.type) {
    case DataValidationType.LIST:
      return listOf(rule, place)?.includes(wordOf(value)) ?? null;
    case DataValidationType.WHOLE:
      return typeof value === 'number' && Number.isInteger(value) && compares(rule, value, place);
    case DataValidationType.DECIMAL:
      return typeof value === 'number' && compares(rule, value, place);
    case DataValidationType.TEXT_LENGTH:
      return compares(rule, wordOf(value).length, place);
    case DataValidationType.CUSTOM:
      return null;
    default:
      return true;
  }
}

const wordOf = (value: CellValue) =>
  typeof value === 'boolean' ? String(value).toUpperCase() : String(value);

function listOf({ formula1 = '', ranges }: ISheetDataValidationRule, place: Place): string[] | null {
  if (!formula1.startsWith('=')) return formula1.split(',');
  const cells = reference(formula1, ranges[0], place);
  if (!cells) return null;
  const words = cells.area.map((row, column) => wordOf(valueAt(cells, row, column))).flat();
  return words.filter((word) => word !== '');
}

function compares(rule: ISheetDataValidationRule, value: number, place: Place): boolean | null {
  const low = operand(rule.formula1, rule, place);
  const high = operand(rule.formula2, rule, place);
  if (low === null || (high === null && rule.formula2 !== undefined)) return null;
  switch (rule.operator) {
    case DataValidationOperator.BETWEEN:
      return high !== null && value >= low && value <= high;
    case DataValidationOperator.NOT_BETWEEN:
      return high !== null && (value < low || value > high);
    case DataValidationOperator.EQUAL:
      return value === low;
    case DataValidationOperator.NOT_EQUAL:
      return value !== low;
    case DataValidationOperator.GREATER_THAN:
      return value > low;
    case DataValidationOperator.LESS_THAN:
      return value < low;
    case DataValidationOperator.GREATER_THAN_OR_EQUAL:
      return value >= low;
    case DataValidationOperator.LESS_THAN_OR_EQUAL:
      return value <= low;
    default:
      return true;
  }
}

/** A number, or the number in a cell. */
function operand(
  text: string | undefined,
  { ranges }: ISheetDataValidationRule,
  place: Place,
): number | null {
  if (text === undefined) return null;
  const constant = Number(text.replace(/^=/, ''));
  if (!Number.isNaN(constant)) return constant;
  const cell = reference(text, ranges[0], place);
  const value = cell && valueAt(cell, cell.area.row, cell.area.column);
  return typeof value === 'number' ? value : value === '' ? 0 : null;
}

/** The cells that a rule refers to; an address without `$` is relative to the rule's first cell. */
function reference(
  formula: string,
  { startRow, startColumn }: { startRow: number; startColumn: number },
  { book, sheetId, row, column }: Place,
): { book: Book; sheetId: string; area: Rect } | null {
  const { sheet, address } = splitSheet(formula.slice(1));
  const owner = sheet === null ? sheetId : book.grid.workbook.getSheetBySheetName(sheet)?.getSheetId();
  const found = parseRect(address);
  if (!found || owner === undefined) return null;
  const down = /\$\d/.test(address) ? 0 : row - startRow;
  const right = /\$[A-Z]/i.test(address) ? 0 : column - startColumn;
  return { book, sheetId: owner, area: found.offset(down, right) };
}
