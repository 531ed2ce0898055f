import { scaleColours } from '../../notebook/pictures/colourScale';

/** A canvas takes no more columns than this from every browser. */
const MOST_COLUMNS = 4096;

/**
 * Numbers as one row of pixels, red, green, blue and opacity each, from light at the smallest to red at the largest.
 * Of more than a canvas is wide, some are left out, evenly.
 */
export function stripColours(values: readonly number[]): Uint8ClampedArray<ArrayBuffer> {
  const columns = Math.min(values.length, MOST_COLUMNS);
  const drawn = Array.from(
    { length: columns },
    (_, column) => values[Math.floor((column * values.length) / columns)],
  );
  const finite = values.filter((value) => Number.isFinite(value));
  return scaleColours(drawn, {
    scale: 'sequential',
    low: finite.reduce((a, b) => Math.min(a, b), Infinity),
    high: finite.reduce((a, b) => Math.max(a, b), -Infinity),
  });
}
