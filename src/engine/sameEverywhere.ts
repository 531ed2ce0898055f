/**
 * Functions whose results are the same on every machine, to the last bit. The language leaves the rounding of `Math.log` and
 * `Math.cos` to each browser (ECMA-262, 21.3.2); additions, products, quotients and square roots are IEEE 754's everywhere.
 */

/** From the n-th power on, 1 over the factorial: of the series for cosine (n = 0) and sine (n = 1), each second one. */
const COSINE = series(0, 9);
const SINE = series(1, 9);

function series(first: number, terms: number): number[] {
  let factorial = 1;
  return Array.from({ length: terms }, (_, term) => {
    const power = first + 2 * term;
    if (power > 1) factorial *= power * (power - 1);
    return (term % 2 === 0 ? 1 : -1) / factorial;
  });
}

/** The value of a polynomial in x², from its first coefficient on. */
function evenPolynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * (x * x) + coefficient, 0);
}

/**
 * The cosine of an angle in full turns: cos 2πt.
 *
 * @param turns 0 to 1
 * @returns within 1e-15 of it; exact at quarters of a turn
 */
export function cosineOfTurns(turns: number): number {
  // To the nearest quarter, exactly: what is left is an eighth of a turn at most.
  const quarter = Math.round(4 * turns);
  const angle = 2 * Math.PI * (turns - quarter / 4);
  const cosine = () => evenPolynomial(COSINE, angle);
  const sine = () => angle * evenPolynomial(SINE, angle);
  return [cosine, () => -sine(), () => -cosine(), sine][quarter % 4]();
}

/** Of the series 2 (s + s³/3 + s⁵/5 + …) for the logarithm of (1 + s) / (1 − s). */
const LOGARITHM = Array.from({ length: 11 }, (_, term) => 2 / (2 * term + 1));

/**
 * The natural logarithm.
 *
 * @param x above 0, to 1
 * @returns within 7e-16 of it, relative to it
 */
export function logarithm(x: number): number {
  let [mantissa, exponent] = [x, 0];
  for (; mantissa < Math.SQRT1_2; mantissa *= 2) exponent--;
  const s = (mantissa - 1) / (mantissa + 1);
  return exponent * Math.LN2 + s * evenPolynomial(LOGARITHM, s);
}
