import { digitAt, SIDE } from '../digits';
import type { Generator } from './generator';

const SEVEN = 7;

/** MNIST's ten classes, in synthetic handwriting. */
export const digits: Generator = {
  about: 'Handwritten digits, 28 × 28, ten classes.',
  channels: 1,
  height: SIDE,
  width: SIDE,
  classes: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  multiLabel: false,
  make(seed, index) {
    const { pixels, label } = digitAt(seed, index);
    return { pixels, labels: [label] };
  },
};

/** A single yes/no label, 7 or not 7: half of the digits are sevens. */
export const sevens: Generator = {
  about: 'Handwritten digits, 28 × 28, half of them sevens: is it a 7 or not?',
  channels: 1,
  height: SIDE,
  width: SIDE,
  classes: ['7'],
  multiLabel: true,
  make(seed, index) {
    const { pixels, label } = digitAt(seed, index, { positive: SEVEN });
    return { pixels, labels: label === SEVEN ? [0] : [] };
  },
};
