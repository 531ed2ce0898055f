/**
 * Numbers as Excel shows them. Univer's formatter rounds the binary number, 2187.325 to 2,187.32, and cuts where General
 * rounds; Excel rounds the number's first 15 digits, halves away from zero: "Numeric precision: 15 digits"
 * (support.microsoft.com, "Excel specifications and limits"). `text` does not depend on the width of the column:
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-text-member
 */
import { numfmt } from '@univerjs/core';

/** Digits of a number that Excel keeps. */
const DIGITS = 15;

export function numberText(value: number, format: string): string {
  if (!Number.isFinite(value)) return numfmt.format(format, value, { throws: false });
  if (isGeneral(format)) return generalText(value);
  const decimals = decimalsOf(sectionFor(value, format), value);
  const shown = decimals === null ? value : roundedTo(value, decimals);
  // A number that rounds to zero still has the format of its sign.
  return numfmt.format(format, shown || value, { throws: false });
}

const isGeneral = (format: string) => /^general$/i.test(format);

/** '' is General. */
export const isNumberFormat = (format: string): boolean =>
  format === '' || isGeneral(format) || (numfmt.getFormatInfo(format).type as string) !== 'error';

/** A decimal number, `digits` after one digit and a point: 2187.325 is 2.187325 with the exponent 3. */
function decimal(value: number): { digits: string; exponent: number } {
  const [digits, exponent] = Math.abs(value)
    .toExponential(DIGITS - 1)
    .split('e');
  return { digits, exponent: Number(exponent) };
}

/** Halves away from zero; a negative number of decimals rounds to tens, hundreds and so on. */
function roundedTo(value: number, decimals: number): number {
  const { digits, exponent } = decimal(value);
  // Rounding is over where the digits end.
  const kept = Math.min(decimals, DIGITS - 1 - exponent);
  const whole = Math.round(Number(`${digits}e${exponent + kept}`));
  return Math.sign(value) * Number(`${whole}e${-kept}`);
}

/** Which of the parts between semicolons a number takes: by their conditions, or else by its sign. */
function sectionFor(value: number, format: string): string {
  const sections = format.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+|(?<=;)(?=;|$)/g) ?? [format];
  const conditions = sections.map((section) => /\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/.exec(section));
  if (conditions.some(Boolean)) {
    const last = Math.min(sections.length, 3) - 1;
    const met = conditions.findIndex((each) => each && holds(value, each[1], Number(each[2])));
    return sections[met < 0 ? last : met];
  }
  if (value < 0 && sections.length > 1) return sections[1];
  return value === 0 && sections.length > 2 ? sections[2] : sections[0];
}

function holds(value: number, comparison: string, limit: number): boolean {
  switch (comparison) {
    case '<':
      return value < limit;
    case '>':
      return value > limit;
    case '<=':
      return value <= limit;
    case '>=':
      return value >= limit;
    case '=':
      return value === limit;
    default:
      return value !== limit;
  }
}

/** Decimals that a part of a format leaves of a number; null where it shows dates, fractions, or no digits. */
function decimalsOf(section: string, value: number): number | null {
  if (!/[0#?]/.test(section)) return null;
  const { type, isDate, isText, maxDecimals, scale } = numfmt.getFormatInfo(section);
  if (isDate || isText || type === 'fraction') return null;
  if (type !== 'scientific') return maxDecimals + Math.round(Math.log10(scale));
  const places = /^[^.eE]*/.exec(section)![0].replace(/[^0#?]/g, '').length;
  // With several digits before the point, exponents go in steps.
  return places === 1 ? maxDecimals - decimal(value).exponent : null;
}

/** General shows at most so many characters, a point included, a sign not. */
const LONGEST = 11;
/** Digits behind the point of what is too long or too small, 1.23457E+11. */
const SCIENTIFIC_DECIMALS = 5;

function generalText(value: number): string {
  const sign = value < 0 ? '-' : '';
  const size = Math.abs(value);
  return value === 0 ? '0' : sign + (plainText(size) ?? scientificText(size));
}

/** Null for a number that is too large, or has digits too far behind the point. */
function plainText(size: number): string | null {
  const { exponent } = decimal(size);
  const whole = Math.max(1, exponent + 1);
  if (whole > LONGEST) return null;
  const decimals = Math.max(0, LONGEST - 1 - whole);
  const rounded = roundedTo(size, decimals);
  // What has fewer than four zeros behind the point is rounded; what has more is only shown whole.
  if (exponent < -4 && rounded !== roundedTo(size, DIGITS - 1 - exponent)) return null;
  const text = trimmed(rounded.toFixed(decimals));
  return text.length <= LONGEST ? text : null;
}

function scientificText(size: number): string {
  const { exponent } = decimal(size);
  // An exponent of three digits leaves room for one decimal less.
  const decimals = SCIENTIFIC_DECIMALS - Number(Math.abs(exponent) >= 100);
  const [digits, power] = roundedTo(size, decimals - exponent)
    .toExponential(decimals)
    .split('e');
  const steps = Math.abs(Number(power)).toString().padStart(2, '0');
  return `${trimmed(digits)}E${Number(power) < 0 ? '-' : '+'}${steps}`;
}

/** Without zeros at its end. */
const trimmed = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
