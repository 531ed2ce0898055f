import { between, randomAt } from '../randomAt';
import { roundToHundredths, type Generator } from './generator';

const SIDE = 6;

/** Length of the shortest bar in pixels; the longest spans the image. */
const SHORTEST = 3;

/**
 * Vertical and horizontal bars stay this many pixels inside the image, so that a 3×3 filter can be centred on
 * them.
 */
const EDGE = 1;

/** The ranges from which each image, or pixel, draws uniformly. */
const RANGES = {
  ink: [0.75, 1],
  noise: [0, 0.2], // of the pixels off the bar
} as const;

/** For each class, the step to the bar's next pixel, down and to the right. */
const DIRECTIONS = [
  { name: 'horizontal', down: 0, right: 1 },
  { name: 'vertical', down: 1, right: 0 },
  { name: 'diagonal', down: 1, right: 1 },
] as const;

/** Images of one bar in one of three directions, as small as they can be for a 3×3 filter to find something. */
export const bars: Generator = {
  about: 'One bar, 3 to 6 pixels long, in a noisy 6 × 6 image: horizontal, vertical, or diagonal?',
  channels: 1,
  height: SIDE,
  width: SIDE,
  classes: DIRECTIONS.map((way) => way.name),
  multiLabel: false,
  make(seed, index) {
    const random = randomAt(seed, index);
    const whole = (n: number): number => Math.floor(random() * n);
    const pixels = new Float64Array(SIDE * SIDE).map(() => roundToHundredths(between(RANGES.noise, random)));
    const label = whole(DIRECTIONS.length);
    const { down, right } = DIRECTIONS[label];
    const length = SHORTEST + whole(SIDE - SHORTEST + 1);
    const start = (along: number): number =>
      along ? whole(SIDE - length + 1) : EDGE + whole(SIDE - 2 * EDGE);
    const [top, left] = [start(down), start(right)];
    for (let i = 0; i < length; i++) {
      pixels[(top + i * down) * SIDE + left + i * right] = roundToHundredths(between(RANGES.ink, random));
    }
    return { pixels, labels: [label] };
  },
};
