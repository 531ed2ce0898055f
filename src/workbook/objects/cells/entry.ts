/**
 * What Excel (English, United States) makes of a text that is typed into a cell or written to it: a number, a date, a
 * fraction, and the number format that comes with it ("Stop automatically changing numbers to dates", support.microsoft.com;
 * what an add-in writes is read in the same way, whatever the person's own language is:
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member).
 */
import { numberOfManyDigits } from '../../grid/manyDigits';
import { dateIn, timeIn } from './dates';

export interface Entry {
  readonly value: number | boolean;
  /** The number format that a cell with the format General takes on. */
  readonly format?: string;
}

/** Excel's built-in formats that typing can lead to. */
const FORMATS = {
  thousands: '#,##0',
  thousandsDecimals: '#,##0.00',
  currency: '$#,##0_);[Red]($#,##0)',
  currencyDecimals: '$#,##0.00_);[Red]($#,##0.00)',
  percent: '0%',
  percentDecimals: '0.00%',
  scientific: '0.00E+00',
  fraction: '# ?/?',
  fractionOfTwoDigits: '# ??/??',
  dateAndTime: 'm/d/yyyy h:mm',
} as const;

/** Null for what remains text. */
export function entryOf(text: string): Entry | null {
  if (/^\s*(true|false)\s*$/i.test(text)) return { value: /true/i.test(text) };
  // The words of all other entries have digits between them.
  if (!/\d/.test(text)) return null;
  const trimmed = text.trim();
  return (
    numberIn(trimmed) ?? fractionIn(trimmed) ?? dateIn(trimmed) ?? timeIn(trimmed) ?? dateAndTimeIn(trimmed)
  );
}

/** Thousands are set off by commas with three digits behind them. */
const NUMBER =
  /^(?<open>\()?(?<sign>[+-]?)(?<dollar>\$?)\s*(?<inner>[+-]?)(?<digits>(?:\d+(?:,\d{3})*\.?\d*|\.\d+))(?<power>e[+-]?\d+)?(?<percent>\s*%)?(?<close>\))?$/i;

function numberIn(text: string): Entry | null {
  const parts = NUMBER.exec(text)?.groups;
  if (!parts) return null;
  const { open, close, sign, inner, dollar, digits, power = '', percent } = parts;
  const isNegative = [open, sign, inner].filter(Boolean);
  // At most one sign of being negative.
  if (!!open !== !!close || isNegative.length > 1 || (inner && !dollar)) return null;
  const plain = digits.replaceAll(',', '') + power;
  const size = numberOfManyDigits(plain) ?? Number(plain);
  if (!Number.isFinite(size)) return null;
  const value = (open || sign === '-' || inner === '-' ? -size : size) / (percent ? 100 : 1);
  return { value: value + 0, format: numberFormat(digits, dollar, power, percent) };
}

function numberFormat(digits: string, dollar: string, power: string, percent = ''): string | undefined {
  const hasDecimals = /\.\d/.test(digits);
  if (percent) return hasDecimals ? FORMATS.percentDecimals : FORMATS.percent;
  if (dollar) return hasDecimals ? FORMATS.currencyDecimals : FORMATS.currency;
  if (power) return FORMATS.scientific;
  if (digits.includes(',')) return hasDecimals ? FORMATS.thousandsDecimals : FORMATS.thousands;
  return undefined;
}

/** `1 1/2`; without a whole number before it, it would be a date. */
function fractionIn(text: string): Entry | null {
  const parts = /^([+-]?)(\d+) +(\d{1,2})\/(\d{1,2})$/.exec(text);
  if (!parts || Number(parts[4]) === 0) return null;
  const [, sign, whole, above, below] = parts;
  const size = Number(whole) + Number(above) / Number(below);
  const format = below.length === 1 ? FORMATS.fraction : FORMATS.fractionOfTwoDigits;
  return { value: sign === '-' ? -size : size, format };
}

/** `1/1/2017 12:30` */
function dateAndTimeIn(text: string): Entry | null {
  const parts = /^(\d\S*) +(\d.*)$/.exec(text);
  const date = parts && dateIn(parts[1]);
  const time = parts && timeIn(parts[2]);
  if (!date || !time || time.value >= 1) return null;
  return { value: date.value + time.value, format: FORMATS.dateAndTime };
}
