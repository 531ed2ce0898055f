// Looked up once: in the sandboxes of jest each look-up of a global costs more than the arithmetic.
const { max, min, round } = Math;

/**
 * Makes images without end: image `index` of the stream that `seed` names, the same on every machine and whatever
 * was asked before. So only + - * / and square roots, no sines or logarithms, in which machines differ.
 */
export interface Generator {
  /** One sentence for people. */
  readonly about: string;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly classes: readonly string[];
  /** Whether an image can have several labels, or none. */
  readonly multiLabel: boolean;
  make(seed: number, index: number): Made;
}

export interface Made {
  /** [channels, height, width], 0 … 1, each a whole number of hundredths. */
  readonly pixels: Float64Array;
  /** Indexes into the classes, rising: exactly one unless the generator gives several labels. */
  readonly labels: readonly number[];
}

/** Pixels count in parts of this: a byte holds them, and k / HUNDREDTHS is the same number wherever it is computed. */
export const HUNDREDTHS = 100;

/** Brings a pixel to 0 … 1, in whole hundredths. */
export function toHundredths(value: number): number {
  return round(HUNDREDTHS * min(1, max(0, value))) / HUNDREDTHS;
}
