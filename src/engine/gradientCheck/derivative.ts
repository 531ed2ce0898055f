/** What differences say of the derivative of a function of one number. */
export interface Derivative {
  readonly value: number;
  /** By how much it may be off: as far as the differences tell, and as rounding lets them tell. */
  readonly error: number;
  /** The widest step that stays on the branch, in parts of the number, or of 1 where that is smaller. */
  readonly step: number;
}

/** A function that is smooth as long as it stays on one branch. */
export interface Branched {
  /** Where the derivative is asked for, and the value there. */
  readonly x: number;
  readonly value: number;
  at(x: number): number;
  /** Was the latest x on the branch of the first? */
  isSame(): boolean;
}

/** Steps, in parts of the number, or of 1 where that is smaller. */
export const WIDEST = 2 ** -5;
const NARROWEST = 2 ** -23;
/** While the branch is another, steps become so much narrower; then, to tell how far they are off, so much. */
const NARROWER = 4;
const HALF = 2;
/** The most step sizes that are compared. */
const MOST_STEPS = 14;
/** Good enough, in parts of the derivative. */
const ENOUGH = 1e-10;
/** Each value of the function is off by so much, in parts of it and of 1: a few roundings of float64. */
const ROUNDING = 2 ** -49;

/**
 * The derivative by central differences, extrapolated to a step of 0 by Ridders' method: (f(x + h) − f(x − h)) / 2h is off
 * by c₂h² + c₄h⁴ + …, and each halving of h allows one more of these terms to be taken away. Of all estimates the one
 * counts whose neighbours differ least from it; where rounding begins to tell they differ more again.
 *
 * @param widest the first step that is tried
 * @returns undefined where the function has a kink at x, or so near that no step fits between
 */
export function derivativeOf(f: Branched, widest = WIDEST): Derivative | undefined {
  const scale = Math.max(1, Math.abs(f.x));
  let step = widest;
  let first = centralDifference(f, step * scale);
  while (first === undefined && step > NARROWEST) {
    step /= NARROWER;
    first = centralDifference(f, step * scale);
  }
  return first === undefined ? undefined : { ...refined(f, step * scale, first), step };
}

/** Halve the step as long as that makes the estimates better. */
function refined(f: Branched, widest: number, first: number): Omit<Derivative, 'step'> {
  let best = { value: first, error: Infinity };
  let before = [first];
  let h = widest;
  for (let step = 1; step < MOST_STEPS; step++) {
    h /= HALF;
    const next = centralDifference(f, h);
    if (next === undefined) break;
    const row = extrapolated(before, next);
    const rounding = (ROUNDING * Math.max(1, Math.abs(f.value))) / h;
    for (let order = 1; order < row.length; order++) {
      const spread = Math.max(
        Math.abs(row[order] - row[order - 1]),
        Math.abs(row[order] - before[order - 1]),
      );
      if (spread + rounding <= best.error) best = { value: row[order], error: spread + rounding };
    }
    if (best.error <= Math.max(ENOUGH * Math.abs(best.value), 2 * rounding)) break;
    before = row;
  }
  return best;
}

/** The derivatives to the left and right of x, where they differ; rough, but they are only looked at. */
export function oneSided({ x, value, at }: Branched): { left: number; right: number } {
  const h = NARROWEST * HALF * Math.max(1, Math.abs(x));
  // (−3f(x) + 4f(x + h) − f(x + 2h)) / 2h, which is off by the order of h².
  const towards = (step: number) => (4 * at(x + step) - 3 * value - at(x + 2 * step)) / (2 * step);
  return { left: towards(-h), right: towards(h) };
}

/** Undefined when one of its ends is on another branch. */
function centralDifference({ x, at, isSame }: Branched, h: number): number | undefined {
  // The ends as they are in floating point, so that it is divided by the step that was taken.
  const [from, to] = [x - h, x + h];
  const above = at(to);
  if (!isSame()) return undefined;
  const below = at(from);
  if (!isSame()) return undefined;
  return (above - below) / (to - from);
}

/** A row of the tableau: the estimate with the halved step, and what becomes of it with those of the row before. */
function extrapolated(before: readonly number[], next: number): number[] {
  const row = [next];
  let factor = 1;
  for (const coarser of before) {
    factor *= HALF * HALF;
    const finer = row.at(-1)!;
    row.push(finer + (finer - coarser) / (factor - 1));
  }
  return row;
}
