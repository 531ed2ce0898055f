/** Significant digits of a number in a sentence or a small cell. */
const DIGITS = 4;
/** Most digits shown, even of a number next to a tiny change: a double has no more. */
const MOST_DIGITS = 15;

/**
 * A number as shown in sentences and small cells: four significant digits, with a real minus sign.
 *
 * @param change of the number; enough digits are shown that three of it are visible
 */
export function shown(value: number, change = 0): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'no number' : value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  const digits = digitsFor(size, Math.abs(change));
  const text =
    size >= 1e6 || size < 1e-4 ? trimmedPower(size.toExponential(digits - 1)) : trimmed(size, digits);
  return value < 0 ? `−${text}` : text;
}

function digitsFor(size: number, change: number): number {
  if (change === 0 || !Number.isFinite(change)) return DIGITS;
  return Math.min(MOST_DIGITS, Math.max(DIGITS, powerOf(size) - powerOf(change) + 3));
}

/** 3.00e-5 -> 3e−5 */
function trimmedPower(text: string): string {
  return text
    .replace(/\.?0+e/, 'e')
    .replace('e-', 'e−')
    .replace('e+', 'e');
}

/** 1.25, 0.5, 1234.5: without trailing zeros. */
function trimmed(size: number, digits: number): string {
  const text = size.toFixed(Math.max(0, digits - 1 - powerOf(size)));
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** The exponent of ten in scientific notation. */
function powerOf(size: number): number {
  return Math.floor(Math.log10(size));
}
