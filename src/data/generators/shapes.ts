import { between, randomAt, type Draw } from '../randomAt';
import { roundToHundredths, type Generator } from './generator';

const { abs, floor, max, min, sqrt } = Math;

const SIDE = 16;
const CHANNELS = 3;

/** The ranges from which each image, channel or pixel draws uniformly. */
const RANGES = {
  radius: [4.5, 6], // half the size of the shape, in pixels
  strong: [0.75, 1], // the channels of a shape's colour
  weak: [0, 0.2], // its other channels
  background: [0, 0.3], // each channel
  noise: [-0.06, 0.06], // each channel of each pixel
} as const;

/** Red, green and blue of each colour: 1 strong, 0 weak. */
const COLOURS = [
  { name: 'red', channels: [1, 0, 0] },
  { name: 'blue', channels: [0, 0, 1] },
] as const;

/** Signed distance of the point (x, y), relative to the centre, from a shape's edge; negative inside. */
const SHAPES = [
  { name: 'disc', outside: (x: number, y: number, radius: number) => sqrt(x * x + y * y) - radius },
  { name: 'square', outside: (x: number, y: number, radius: number) => max(abs(x), abs(y)) - 0.85 * radius },
  {
    name: 'cross',
    outside: (x: number, y: number, radius: number) =>
      max(max(abs(x), abs(y)) - radius, min(abs(x), abs(y)) - 0.25 * radius),
  },
] as const;

/** One class per pair of colour and shape: neither the colour nor the shape alone determines the class. */
export const shapes: Generator = {
  about: 'A red or blue disc, square or cross on a plain dark background, 16 × 16 in colour, six classes.',
  channels: CHANNELS,
  height: SIDE,
  width: SIDE,
  classes: COLOURS.flatMap((colour) => SHAPES.map((shape) => `${colour.name} ${shape.name}`)),
  multiLabel: false,
  make(seed, index) {
    const random = randomAt(seed, index);
    const label = floor(random() * COLOURS.length * SHAPES.length);
    const cover = coverOf(SHAPES[label % SHAPES.length], random);
    const colour = COLOURS[floor(label / SHAPES.length)];
    const pixels = new Float64Array(CHANNELS * SIDE * SIDE);
    for (let channel = 0; channel < CHANNELS; channel++) {
      const ground = between(RANGES.background, random);
      const paint = between(colour.channels[channel] ? RANGES.strong : RANGES.weak, random);
      for (let i = 0; i < cover.length; i++) {
        const value = ground + cover[i] * (paint - ground) + between(RANGES.noise, random);
        pixels[channel * cover.length + i] = roundToHundredths(value);
      }
    }
    return { pixels, labels: [label] };
  },
};

/**
 * How much of each pixel a shape covers, [height, width], 0 … 1. The shape lies inside the image, and its
 * edge is one pixel soft.
 */
function coverOf(shape: (typeof SHAPES)[number], random: Draw): Float64Array {
  const radius = between(RANGES.radius, random);
  const room: readonly [number, number] = [radius, SIDE - 1 - radius];
  const [cx, cy] = [between(room, random), between(room, random)];
  return new Float64Array(SIDE * SIDE).map((_, i) => {
    const outside = shape.outside((i % SIDE) - cx, floor(i / SIDE) - cy, radius);
    return min(1, max(0, 0.5 - outside));
  });
}
