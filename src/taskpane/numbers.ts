// Numbers as the pane shows them where room is short; in sentences they are as the notebook writes them (`shown`).

/** Range of numbers that a grid shows without a common power of ten. */
const [SMALLEST, LARGEST] = [0.1, 999.5];

/** Below it a power of ten is no exact double, and soon 0. */
const LOWEST_POWER = -300;

/**
 * The power of ten that the numbers of a grid share, so that the largest has one digit before the point.
 * @returns 0 where they can be read as they are
 */
export function sharedPower(values: readonly number[]): number {
  const largest = values.reduce(
    (most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most),
    0,
  );
  if (largest === 0 || (largest >= SMALLEST && largest < LARGEST)) return 0;
  return Math.max(LOWEST_POWER, Math.floor(Math.log10(largest)));
}

/** "×10⁻³", to follow the name of such numbers. */
export function powerText(power: number): string {
  const raised = [...String(power)].map((sign) => RAISED[sign]).join('');
  return power === 0 ? '' : `×10${raised}`;
}

const RAISED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, digit) => [String(digit), sign])),
  '-': '⁻',
};

/** Characters of the longest `cellText`. */
export const LONGEST_TEXT = 5;

/** A number in at most five characters, as a small cell shows it, divided by the power of ten of its grid. */
export function cellText(value: number, power = 0): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = sizeText(Math.abs(value) / 10 ** power);
  return value < 0 ? `−${size}` : size;
}

/** Only a number that is exactly 0 is "0": one that is too small for the grid's power is "0.00". */
function sizeText(size: number): string {
  if (size < 0.005) return '0.00';
  if (size < 9.995) return trimmed(size.toFixed(2));
  return size < 99.95 ? trimmed(size.toFixed(1)) : size.toFixed(0);
}

/** "0.50" -> "0.5", "2.00" -> "2". */
function trimmed(text: string): string {
  return text.replace(/\.?0+$/, '');
}

/** Significant digits that fit four gradients to a row of a narrow pane. */
const GRADIENT_DIGITS = 6;

/** Below this the zeros after the point take more room than a power of ten. */
const SMALL_GRADIENT = 1e-3;

/** "-0.00728908", or "1.8057e-5" */
export function gradientText(value: number): string {
  if (value === 0) return '0';
  return Math.abs(value) < SMALL_GRADIENT
    ? value.toExponential(GRADIENT_DIGITS - 2)
    : value.toPrecision(GRADIENT_DIGITS);
}

/** For a number that should be 0, only its order of magnitude: "-6e-11". */
export function magnitudeText(value: number): string {
  return value === 0 ? '0' : value.toExponential(0).replace('e+', 'e');
}
