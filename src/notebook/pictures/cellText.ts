import { settingNamed, shownAs } from '../sheet/settings';
import type { PlannedBlock } from '../sheet/plan';

/** Digits that a cell shows of a number in the format General. */
const GENERAL_DIGITS = 9;

/** What the sheet shows in a cell of a block, for the number that the block has there. */
export function cellText({ name, format }: PlannedBlock, value: number): string {
  const setting = settingNamed(name);
  const shown = setting ? shownAs(setting, value) : value;
  return typeof shown === 'string' ? shown : numberText(shown, format);
}

/**
 * A number in one of the formats that plans use: General, or a number of decimals, or of significant ones with a power of
 * ten, each for positive numbers, for negative ones, and for 0 if they differ.
 */
export function numberText(value: number, format: string): string {
  // As the sheet shows a number that a cell cannot hold.
  if (!Number.isFinite(value)) return '#NUM!';
  if (format === 'General') return generalText(value);
  const sections = format.split(';');
  const section = sections[value > 0 ? 0 : value < 0 ? 1 : 2] ?? sections[0];
  const [mantissa, power] = section.split('E');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  const size = Math.abs(value);
  return (value < 0 ? '-' : '') + (power === undefined ? fixed(size, decimals) : scientific(size, decimals));
}

/** "1.2E-3" */
function scientific(value: number, decimals: number): string {
  const [digits, exponent] = value.toExponential(14).split('e');
  const mantissa = fixed(Number(digits), decimals);
  if (Number(mantissa) >= 10) return scientific(Number(`1e${Number(exponent) + 1}`), decimals);
  return `${mantissa}E${exponent}`;
}

/** Rounds the decimal number as it is read, as Excel does, halves up. */
function fixed(value: number, decimals: number): string {
  const [digits, exponent] = value.toExponential(14).split('e');
  const whole = Math.round(Number(`${digits}e${Number(exponent) + decimals}`));
  return Number(`${whole}e${-decimals}`).toFixed(decimals);
}

/** "0.005", "1E-08" */
function generalText(value: number): string {
  const [digits, exponent] = String(Number(value.toPrecision(GENERAL_DIGITS))).split('e');
  if (exponent === undefined) return digits;
  const sign = exponent.startsWith('-') ? '-' : '+';
  return `${digits}E${sign}${exponent.replace(/^[+-]/, '').padStart(2, '0')}`;
}
