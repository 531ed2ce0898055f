import type { NamedArrays } from '../../src/engine/namedArrays';

/** How far results may be from the plain engine's. */
export interface Tolerance {
  /** Times the size of the number itself. */
  readonly relative: number;
  /** Times the largest change that the step made to the block of parameters. */
  readonly ofChange: number;
  readonly absolute: number;
}

export const TOLERANCES: { readonly [Precision in 'f64' | 'f32']: Tolerance } = {
  // The same products in another order.
  f64: { relative: 1e-12, ofChange: 0, absolute: 1e-15 },
  // Numbers of 24 bits: a weight is rounded by up to 2^-25 of itself, a few times. A gradient sums up to 32,768 products
  // (Wide: 32 images of 32×32 pixels) whose roundings add up like steps in random directions: some hundred times
  // 2^-24 of the largest of them, which is less than 1e-4. Whatever is wrong in a gradient is off by far more.
  f32: { relative: 2 ** -22, ofChange: 1e-4, absolute: 1e-8 },
};

/** What a contestant's parameters are after a step. Throws an Error that says where they are not what they should be. */
export function expectParameters(
  who: string,
  found: ReadonlyMap<string, ArrayLike<number>>,
  expected: NamedArrays,
  before: NamedArrays,
  tolerance: Tolerance,
): void {
  for (const [name, values] of expected) {
    const largest = largestDifference(values, before.get(name)!);
    expectEqual(`${who}, ${name} after a step`, found.get(name), values, {
      ...tolerance,
      absolute: tolerance.absolute + tolerance.ofChange * largest,
    });
  }
}

/** Throws an Error that says where numbers are not what they should be; NaN never is. */
export function expectEqual(
  what: string,
  found: ArrayLike<number> | undefined,
  expected: ArrayLike<number>,
  { relative, absolute }: Pick<Tolerance, 'relative' | 'absolute'>,
): void {
  if (found?.length !== expected.length)
    throw new Error(`${what}: ${found?.length ?? 'no'} numbers, expected ${expected.length}.`);
  for (let i = 0; i < expected.length; i++) {
    const off = Math.abs(found[i] - expected[i]);
    if (off <= absolute + relative * Math.abs(expected[i])) continue;
    throw new Error(`${what}: number ${i} is ${found[i]}, expected ${expected[i]} (off by ${off}).`);
  }
}

function largestDifference(a: Float64Array, b: Float64Array): number {
  return a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i])), 0);
}
