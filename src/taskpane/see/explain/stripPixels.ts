/** A canvas takes no more columns than this from every browser. */
const MOST_COLUMNS = 4096;

/** Numbers as one row of pixels, from light at the smallest to red at the largest, red, green, blue and opacity each. */
export function stripPixels(values: readonly number[]): Uint8ClampedArray<ArrayBuffer> {
  const columns = Math.min(values.length, MOST_COLUMNS);
  const finite = values.filter((value) => Number.isFinite(value));
  const low = finite.reduce((a, b) => Math.min(a, b), Infinity);
  const high = finite.reduce((a, b) => Math.max(a, b), -Infinity);
  const pixels = new Uint8ClampedArray(4 * columns);
  for (let column = 0; column < columns; column++) {
    const value = values[Math.floor((column * values.length) / columns)];
    const share = high > low && Number.isFinite(value) ? (value - low) / (high - low) : 0;
    pixels.set([252 - 4 * share, 252 - 147 * share, 255 - 148 * share, 255], 4 * column);
  }
  return pixels;
}
