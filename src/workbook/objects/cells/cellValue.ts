/**
 * Between what an add-in writes and reads and what a cell holds.
 *
 * cells/ is for single cells: their values, and which are in use. May import no other kind of object.
 */
import { CellValueType, type ICellData, type IStyleData, type Nullable } from '@univerjs/core';
import { type FormulaRules, readFormula } from '../../formulas/formula';
import { BLANK } from '../../grid/writing/writes';
import { formulaNotComputed, invalidArgument, malformedFormula } from '../../host/errors';
import type { Json } from '../../host/wire';
import { entryOf } from './entry';
import { numberText } from './numberText';

export type CellValue = string | number | boolean;
type ValueType = 'Empty' | 'Double' | 'String' | 'Boolean' | 'Error';

const ERROR = /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|CYCLE!)$/;

/** The most characters that a cell holds ("Excel specifications and limits", support.microsoft.com). */
const LONGEST_TEXT = 32_767;

/**
 * What writing `input` to a cell leaves there, or typing it; null leaves the cell alone.
 * @param formatNow the cell's number format
 * @param location the member that is written, for errors
 * @param rules what formulas are checked by
 * @throws ExcelError for a malformed formula, for one that cannot be computed here, and for too long a text
 */
export function cellFor(
  input: Json,
  formatNow: () => string,
  location: string,
  rules?: FormulaRules,
): ICellData | null {
  if (input === null) return null;
  if (input === '') return BLANK;
  if (typeof input === 'number') return { ...BLANK, v: input, t: CellValueType.NUMBER };
  if (typeof input === 'boolean') return boolean(input);
  if (typeof input !== 'string' || input.length > LONGEST_TEXT) throw invalidArgument(location);
  const format = formatNow();
  if (format === TEXT) return string(input);
  if (input.startsWith("'")) return string(input.slice(1));
  if (input.startsWith('=') && input.length > 1) return formula(input, location, rules);
  const entry = entryOf(input);
  if (entry && typeof entry.value === 'boolean') return boolean(entry.value);
  if (entry) {
    const number = { ...BLANK, v: entry.value, t: CellValueType.NUMBER };
    return entry.format && format === GENERAL ? { ...number, s: { n: { pattern: entry.format } } } : number;
  }
  // "If the returned value starts with a plus, minus, or equal sign, Excel interprets this value as a formula":
  // https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member
  if (/^[+-]\s*\S/.test(input)) return formula(`=${input}`, location, rules);
  // As in Lotus 1-2-3, functions can be written with an at sign; anything else behind one is "not a valid function".
  if (/^@[\w.]+\(/.test(input)) return formula(`=${input.slice(1)}`, location, rules);
  if (/^@\S/.test(input)) throw malformedFormula(location, input);
  return string(ERROR.test(input.toUpperCase()) ? input.toUpperCase() : input);
}

function formula(text: string, location: string, rules?: FormulaRules): ICellData {
  const read = readFormula(text.trimEnd(), rules);
  if (!read) throw malformedFormula(location, text);
  if (read.lack) throw formulaNotComputed(read.lack, text, location);
  return { ...BLANK, f: read.text };
}

const boolean = (value: boolean): ICellData => ({ ...BLANK, v: value ? 1 : 0, t: CellValueType.BOOLEAN });

const string = (v: string): ICellData => ({ ...BLANK, v, t: CellValueType.STRING });

/** The value as `Range.values` gives it: a blank cell is an empty string. */
export function valueOf(cell: Nullable<Pick<ICellData, 'v' | 't' | 'p'>>): CellValue {
  if (!cell) return '';
  if (cell.v === undefined || cell.v === null) return cell.p?.body?.dataStream.replace(/\r?\n?$/, '') ?? '';
  if (cell.t === CellValueType.BOOLEAN) return cell.v === true || cell.v === 1 || cell.v === '1';
  return cell.v;
}

export function valueTypeOf(value: CellValue): ValueType {
  if (value === '') return 'Empty';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return ERROR.test(value) ? 'Error' : 'String';
}

export const GENERAL = 'General';
/** The format of cells that keep whatever is written to them as text. */
export const TEXT = '@';
export const formatOf = (style: Nullable<IStyleData>): string => style?.n?.pattern || GENERAL;

/** The value as it is shown. */
export function textOf(value: CellValue, format: string): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  return numberText(value, format);
}
