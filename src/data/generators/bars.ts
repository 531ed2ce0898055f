import { between, randomAt } from '../randomAt';
import { toHundredths, type Generator } from './generator';

const SIDE = 6;

/** The shortest bar; the longest spans the image. */
const SHORTEST = 3;

/** Upright and level bars keep this far from the edges along them: there a 3 × 3 filter can centre on them. */
const EDGE = 1;

/** The ends of the ranges from which each image, or pixel, draws evenly. */
const RANGES = {
  ink: [0.75, 1],
  noise: [0, 0.2], // of the pixels off the bar
} as const;

/** Class by class: the way to the bar's next pixel, down and to the right. */
const WAYS = [
  { name: 'horizontal', down: 0, right: 1 },
  { name: 'vertical', down: 1, right: 0 },
  { name: 'diagonal', down: 1, right: 1 },
] as const;

/** The smallest images in which a 3 × 3 filter has something to find. */
export const bars: Generator = {
  about: 'One bar, 3 to 6 pixels long, in a noisy 6 × 6 image: horizontal, vertical, or diagonal?',
  channels: 1,
  height: SIDE,
  width: SIDE,
  classes: WAYS.map((way) => way.name),
  multiLabel: false,
  make(seed, index) {
    const random = randomAt(seed, index);
    const whole = (n: number): number => Math.floor(random() * n);
    const pixels = new Float64Array(SIDE * SIDE).map(() => toHundredths(between(RANGES.noise, random)));
    const label = whole(WAYS.length);
    const { down, right } = WAYS[label];
    const length = SHORTEST + whole(SIDE - SHORTEST + 1);
    const start = (along: number): number =>
      along ? whole(SIDE - length + 1) : EDGE + whole(SIDE - 2 * EDGE);
    const [top, left] = [start(down), start(right)];
    for (let i = 0; i < length; i++) {
      pixels[(top + i * down) * SIDE + left + i * right] = toHundredths(between(RANGES.ink, random));
    }
    return { pixels, labels: [label] };
  },
};
