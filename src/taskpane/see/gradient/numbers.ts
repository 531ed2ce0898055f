/** Digits that fit four numbers to a row of a narrow pane. */
const DIGITS = 6;

/** Below this the zeros after the point take more room than a power of ten. */
const SMALL = 1e-3;

/** "-0.00728908", or "1.8057e-5" */
export function numberShown(value: number): string {
  if (value === 0) return '0';
  return Math.abs(value) < SMALL ? value.toExponential(DIGITS - 2) : value.toPrecision(DIGITS);
}

/** Of what should be nothing the order of magnitude counts: "-6e-11". */
export function sizeShown(value: number): string {
  return value === 0 ? '0' : value.toExponential(0).replace('e+', 'e');
}
