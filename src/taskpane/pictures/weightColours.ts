import { scaleColours } from '../../notebook/pictures/colourScale';

/**
 * Red, green, blue and opacity of each weight, one after the other: blue is negative, white 0, red positive, as far
 * from 0 on either side as the largest of the weights.
 */
export function weightColours(weights: ArrayLike<number>): Uint8ClampedArray<ArrayBuffer> {
  const largest = Math.max(...Array.from(weights, Math.abs));
  return scaleColours(weights, { scale: 'diverging', low: -largest, high: largest });
}
