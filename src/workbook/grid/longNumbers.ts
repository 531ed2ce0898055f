/** Numbers of many digits. Univer takes what is pasted or typed so for text; Excel for a number. */
import type { CellValueType, ICellData, Nullable } from '@univerjs/core';

/** Excel keeps so many significant digits of a number that is typed or pasted; the rest are zeros. */
const KEPT = 15;

type Cells = Record<string, Record<string, Nullable<ICellData>>>;

const NUMBER: CellValueType.NUMBER = 2;

/** Turns such texts into numbers, in place, in what a person is about to write. */
export function readLongNumbers(cells: Cells | undefined): void {
  for (const columns of Object.values(cells ?? {})) {
    for (const cell of Object.values(columns ?? {})) {
      const number = typeof cell?.v === 'string' ? longNumber(cell.v) : undefined;
      if (number !== undefined) Object.assign(cell!, { v: number, t: NUMBER });
    }
  }
}

/** The number that a text of many digits stands for; undefined when it is no such text. */
export function longNumber(text: string): number | undefined {
  const parts = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?\s*$/i.exec(text);
  if (!parts) return undefined;
  const [, sign, whole, fraction = '', exponent = '0'] = parts;
  const all = whole + fraction;
  if (all.length <= KEPT) return undefined;
  const digits = all.replace(/^0+/, '');
  const cut = Math.max(0, digits.length - KEPT);
  return Number(`${sign}${digits.slice(0, KEPT) || 0}e${Number(exponent) - fraction.length + cut}`);
}
