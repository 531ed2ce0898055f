/** A derivative estimated by finite differences. */
export interface Derivative {
  readonly value: number;
  /** Estimated absolute error: from extrapolation and from rounding. */
  readonly error: number;
  /** The widest step that stayed on one branch, relative to max(1, |x|). */
  readonly step: number;
}

/** A function that is smooth on each of its branches, such as the loss between two kinks. */
export interface PiecewiseFunction {
  /** Where the derivative is wanted, and the function's value there. */
  readonly x: number;
  readonly value: number;
  at(x: number): number;
  /** Whether the x evaluated last is on the same branch as `x`. */
  isOnSameBranch(): boolean;
}

/** Widest and narrowest step, relative to max(1, |x|). */
export const WIDEST_STEP = 2 ** -5;
const NARROWEST_STEP = 2 ** -23;
/** Divides the step while it leaves the branch, and then, for each further estimate. */
const STEP_DIVISOR = 4;
const HALVING = 2;
/** At most this many step sizes are compared. */
const MAX_STEPS = 14;
/** Relative error at which refinement stops. */
const TARGET_ERROR = 1e-10;
/** Rounding error of a function value, relative to max(1, |value|): a few roundings of float64. */
const VALUE_ROUNDING = 2 ** -49;

/**
 * The derivative by central differences, extrapolated to step 0 with Ridders' method: (f(x + h) − f(x − h)) /
 * 2h has the error c₂h² + c₄h⁴ + …, and each halving of h lets one more of these terms be eliminated. Of all
 * estimates, the one that differs least from its neighbours in the tableau is taken; where rounding
 * dominates, the differences grow again.
 *
 * @param widest the first step to try, relative to max(1, |x|)
 * @returns undefined at a kink, or so close to one that no step fits
 */
export function derivativeOf(f: PiecewiseFunction, widest = WIDEST_STEP): Derivative | undefined {
  const scale = Math.max(1, Math.abs(f.x));
  let step = widest;
  let first = centralDifference(f, step * scale);
  while (first === undefined && step > NARROWEST_STEP) {
    step /= STEP_DIVISOR;
    first = centralDifference(f, step * scale);
  }
  return first === undefined ? undefined : { ...refined(f, step * scale, first), step };
}

/** Halves the step as long as the estimates improve. */
function refined(f: PiecewiseFunction, widest: number, first: number): Omit<Derivative, 'step'> {
  let best = { value: first, error: Infinity };
  let before = [first];
  let h = widest;
  for (let step = 1; step < MAX_STEPS; step++) {
    h /= HALVING;
    const next = centralDifference(f, h);
    if (next === undefined) break;
    const row = extrapolated(before, next);
    const rounding = (VALUE_ROUNDING * Math.max(1, Math.abs(f.value))) / h;
    for (let order = 1; order < row.length; order++) {
      const spread = Math.max(
        Math.abs(row[order] - row[order - 1]),
        Math.abs(row[order] - before[order - 1]),
      );
      if (spread + rounding <= best.error) best = { value: row[order], error: spread + rounding };
    }
    if (best.error <= Math.max(TARGET_ERROR * Math.abs(best.value), 2 * rounding)) break;
    before = row;
  }
  return best;
}

/** The derivatives to the left and to the right of a kink: second-order, rough, and only for display. */
export function oneSided({ x, value, at }: PiecewiseFunction): { left: number; right: number } {
  const h = NARROWEST_STEP * HALVING * Math.max(1, Math.abs(x));
  // (−3f(x) + 4f(x + h) − f(x + 2h)) / 2h, with an error of order h².
  const towards = (step: number) => (4 * at(x + step) - 3 * value - at(x + 2 * step)) / (2 * step);
  return { left: towards(-h), right: towards(h) };
}

/** Undefined if either end is on another branch. */
function centralDifference({ x, at, isOnSameBranch }: PiecewiseFunction, h: number): number | undefined {
  // Divides by the distance of the two ends as floating point represents them, which is not exactly 2h.
  const [from, to] = [x - h, x + h];
  const above = at(to);
  if (!isOnSameBranch()) return undefined;
  const below = at(from);
  if (!isOnSameBranch()) return undefined;
  return (above - below) / (to - from);
}

/** The next row of Ridders' tableau: the new estimate, then its extrapolations with the row before. */
function extrapolated(before: readonly number[], next: number): number[] {
  const row = [next];
  let factor = 1;
  for (const coarser of before) {
    factor *= HALVING * HALVING;
    const finer = row.at(-1)!;
    row.push(finer + (finer - coarser) / (factor - 1));
  }
  return row;
}
