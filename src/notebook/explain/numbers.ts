/** A number as a sentence or a small cell shows it has so many digits that count, */
const DIGITS = 4;
/** and one beside a small change of it never more than a double has. */
const MOST_DIGITS = 15;

/**
 * A number as a sentence or a small cell shows it: four digits that count, and a real minus sign.
 * @param change of the number, in which three digits are to be seen when it is added
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

/** 1.25, 0.5, 1234.5: no zeros at the end. */
function trimmed(size: number, digits: number): string {
  const text = size.toFixed(Math.max(0, digits - 1 - powerOf(size)));
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** Of ten, in front of which a number stands with one digit. */
function powerOf(size: number): number {
  return Math.floor(Math.log10(size));
}
