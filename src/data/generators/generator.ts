// A local constant, since every look-up of a global costs more than the arithmetic in jest's sandboxes.
const { max, min, round } = Math;

/**
 * An endless stream of images: image `index` for a `seed` is the same on every machine and whatever was asked
 * before. So generators use only + - * / and square roots, not sines or logarithms, whose last bits differ
 * between machines.
 */
export interface Generator {
  /** What the images show, in one sentence. */
  readonly about: string;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly classes: readonly string[];
  /** Whether an image can have several labels, or none. */
  readonly multiLabel: boolean;
  make(seed: number, index: number): GeneratedImage;
}

export interface GeneratedImage {
  /** [channels, height, width], 0 … 1, in whole hundredths. */
  readonly pixels: Float64Array;
  /** Indexes into the classes, ascending: exactly one, unless the generator is multi-label. */
  readonly labels: readonly number[];
}

/**
 * Pixels are multiples of 1 / HUNDREDTHS: they fit in a byte, and k / HUNDREDTHS is the same float
 * everywhere.
 */
export const HUNDREDTHS = 100;

/** Clamps a pixel to 0 … 1 and rounds it to hundredths. */
export function roundToHundredths(value: number): number {
  return round(HUNDREDTHS * min(1, max(0, value))) / HUNDREDTHS;
}
