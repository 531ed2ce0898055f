import type { NumberGrid } from '../../notebook/explain/explanation';

type Colour = readonly [red: number, green: number, blue: number];

/** From `low` to `high`, or away from 0 to both sides. */
export type ColourScale = NonNullable<NumberGrid['colours']>;

/** The colours of the sheet's scales. */
const LIGHT: Colour = [252, 252, 255];
const RED: Colour = [248, 105, 107];
const BLUE: Colour = [141, 180, 226];

/**
 * The colour that the sheet gives a number of a block: from light at the smallest number to red at the largest, or
 * blue below 0, light at 0, red above. Light, too, where the number or the scale is not finite.
 * @returns not rounded, 0 … 255
 */
export function scaleColour(value: number, { scale, low, high }: ColourScale): Colour {
  if (scale === 'sequential') return between(LIGHT, RED, share(value - low, high - low));
  return value < 0 ? between(LIGHT, BLUE, share(value, low)) : between(LIGHT, RED, share(value, high));
}

/** Red, green, blue and opacity of each number, one after the other, as canvases want them. */
export function scaleColours(values: ArrayLike<number>, scale: ColourScale): Uint8ClampedArray<ArrayBuffer> {
  const colours = new Uint8ClampedArray(4 * values.length);
  for (let at = 0; at < values.length; at++) colours.set([...scaleColour(values[at], scale), 255], 4 * at);
  return colours;
}

/** 0 … 1, also of a block whose numbers are all the same. */
function share(part: number, whole: number): number {
  const of = part / whole;
  return Number.isFinite(of) ? Math.min(1, Math.max(0, of)) : 0;
}

function between(from: Colour, to: Colour, part: number): Colour {
  const mixed = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * part;
  return [mixed(0), mixed(1), mixed(2)];
}
