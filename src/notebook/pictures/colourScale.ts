// Pictures of a notebook as SVG text: blocks, pages, the loss chart; and the colours of the sheets, for these and for the
// pane. Pure: whoever shows a picture turns it into pixels.
// Imports: sheet, explain's types, texts.
import type { NumberGrid } from '../explain/explanation';
import { BLUE, LIGHT, RED } from '../sheet/colours';
import type { Scale } from '../sheet/plan';

type Colour = readonly [red: number, green: number, blue: number];

/** From 0 to `high`, or away from 0 to both sides. */
export type ColourScale = NonNullable<NumberGrid['colours']>;

const [light, red, blue] = [LIGHT, RED, BLUE].map(parsed);

/**
 * The colour that the sheet gives a number of a block: light at 0, red at the largest, and blue below 0
 * if there are such numbers. Light, too, where the number or the scale is not finite.
 * @returns not rounded, 0 … 255
 */
export function scaleColour(value: number, { scale, low, high }: ColourScale): Colour {
  return value < 0 && scale === 'diverging'
    ? between(light, blue, share(value, low))
    : between(light, red, share(value, high));
}

/** Red, green, blue and opacity of each number, one after the other, as canvases want them. */
export function scaleColours(values: ArrayLike<number>, scale: ColourScale): Uint8ClampedArray<ArrayBuffer> {
  const colours = new Uint8ClampedArray(4 * values.length);
  for (let at = 0; at < values.length; at++) colours.set([...scaleColour(values[at], scale), 255], 4 * at);
  return colours;
}

/** The scale of a block of numbers, from the smallest to the largest; what a cell cannot hold does not count. */
export function scaleOf(values: ArrayLike<number>, scale: Scale): ColourScale {
  let [low, high] = [Infinity, -Infinity];
  for (let at = 0; at < values.length; at++) {
    if (!Number.isFinite(values[at])) continue;
    low = Math.min(low, values[at]);
    high = Math.max(high, values[at]);
  }
  return { scale, low, high };
}

/** "#F8696B" */
export function toHex(colour: Colour): string {
  const parts = colour.map((part) => Math.round(part).toString(16).padStart(2, '0'));
  return `#${parts.join('').toUpperCase()}`;
}

function parsed(hex: string): Colour {
  const part = (at: number) => parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
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
