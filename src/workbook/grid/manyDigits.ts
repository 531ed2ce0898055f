/** Numbers of more than 15 digits, pasted or typed: Univer takes them for text, Excel for numbers. */
import type { CellValueType, ICellData, Nullable } from '@univerjs/core';

/** Significant digits that Excel keeps of a number that is typed or pasted; the rest become zeros. */
const KEPT = 15;

type Cells = Record<string, Record<string, Nullable<ICellData>>>;

const NUMBER: CellValueType.NUMBER = 2;

/** Converts such texts into numbers, in place, in cells about to be written. */
export function parseManyDigits(cells: Cells | undefined): void {
  for (const columns of Object.values(cells ?? {})) {
    for (const cell of Object.values(columns ?? {})) {
      const number = typeof cell?.v === 'string' ? numberOfManyDigits(cell.v) : undefined;
      if (number !== undefined) Object.assign(cell!, { v: number, t: NUMBER });
    }
  }
}

/** The number that Excel reads from a text of more than 15 digits; undefined for any other text. */
export function numberOfManyDigits(text: string): number | undefined {
  const parts = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?\s*$/i.exec(text);
  if (!parts) return undefined;
  const [, sign, whole, fraction = '', exponent = '0'] = parts;
  const all = whole + fraction;
  if (all.length <= KEPT) return undefined;
  const digits = all.replace(/^0+/, '');
  const cut = Math.max(0, digits.length - KEPT);
  return Number(`${sign}${digits.slice(0, KEPT) || 0}e${Number(exponent) - fraction.length + cut}`);
}
