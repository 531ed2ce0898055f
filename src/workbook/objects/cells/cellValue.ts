/**
 * Between what an add-in writes and reads and what a cell holds.
 *
 * cells/ is for single cells: their values, and which are in use. May import no other kind of object.
 */
import { CellValueType, type ICellData, type IStyleData, type Nullable, numfmt } from '@univerjs/core';
import { BLANK } from '../../grid/writing/writes';
import type { Json } from '../../host/wire';

export type CellValue = string | number | boolean;
type ValueType = 'Empty' | 'Double' | 'String' | 'Boolean' | 'Error';

const NUMBER = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;
const PERCENT = /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*%\s*$/;
const ERROR = /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|CYCLE!)$/;

/**
 * What typing `input` into a cell leaves there; null leaves the cell alone. Text that looks like a number becomes
 * one unless the cell is formatted as text. (Dates are not guessed.)
 */
export function cellFor(input: Json, isText: () => boolean): ICellData | null {
  if (input === null) return null;
  if (input === '') return BLANK;
  if (typeof input === 'number') return { ...BLANK, v: input, t: CellValueType.NUMBER };
  if (typeof input === 'boolean') return { ...BLANK, v: input ? 1 : 0, t: CellValueType.BOOLEAN };
  const typed = typeof input === 'string' ? input : JSON.stringify(input);
  if (isText()) return string(typed);
  if (typed.startsWith('=') && typed.length > 1) return { ...BLANK, f: typed };
  if (typed.startsWith("'")) return string(typed.slice(1));
  if (NUMBER.test(typed)) return { ...BLANK, v: Number(typed), t: CellValueType.NUMBER };
  if (PERCENT.test(typed)) {
    const v = Number(typed.replace('%', '')) / 100;
    return {
      ...BLANK,
      v,
      t: CellValueType.NUMBER,
      s: { n: { pattern: typed.includes('.') ? '0.00%' : '0%' } },
    };
  }
  if (/^(true|false)$/i.test(typed))
    return { ...BLANK, v: /^true$/i.test(typed) ? 1 : 0, t: CellValueType.BOOLEAN };
  return string(typed);
}

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
export const formatOf = (style: Nullable<IStyleData>): string => style?.n?.pattern || GENERAL;

/** The value as it is shown. */
export function textOf(value: CellValue, format: string): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  return numfmt.format(format, value, { throws: false });
}
