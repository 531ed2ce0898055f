import { randomAt, type Draw } from './randomAt';

/** Indexes of the training and validation images, in shuffled order. */
export interface Split {
  readonly training: Uint32Array;
  readonly validation: Uint32Array;
  /** By image index, 1 for a validation image and 0 for a training image. */
  readonly isValidation: ArrayLike<number>;
}

/** Index of the random generator that `split` uses; epochs use 0, 1, 2 … */
const SPLIT = -1;

/**
 * Splits the images 0 … count − 1 at random into training and validation images.
 *
 * @param validationShare 0 … 1, rounded to whole images; with two images or more, any share strictly between
 *   leaves at least one image on either side
 * @throws RangeError if an argument is out of its range
 */
export function split(count: number, validationShare: number, seed: number): Split {
  expectWhole('count of images', count, 1);
  expectWhole('seed', seed);
  if (!(validationShare >= 0 && validationShare <= 1)) {
    throw new RangeError(`The share to validate with is ${validationShare}; expected a number from 0 to 1.`);
  }
  const order = new Uint32Array(count);
  shuffle(order, randomAt(seed, SPLIT));
  const validating = sizeOfValidation(count, validationShare);
  const validation = order.slice(0, validating);
  const isValidation = new Uint8Array(count);
  for (const index of validation) isValidation[index] = 1;
  return { validation, training: order.slice(validating), isValidation };
}

/**
 * The images in the batch of a step, determined by the step number alone: every epoch goes through `training`
 * in a new order, dropping an incomplete last batch. A set smaller than a batch is repeated until the batch
 * is full, in a new order at every step.
 *
 * @param step 0, 1, 2 …
 * @param into [batchSize], where to write them; by default a new array
 * @returns `into`, filled with members of `training`
 * @throws RangeError if an argument is out of its range
 */
export function batchAt(
  training: Uint32Array,
  batchSize: number,
  step: number,
  seed: number,
  into: Uint32Array = new Uint32Array(batchSize),
): Uint32Array {
  const count = training.length;
  expectWhole('count of images to train with', count, 1);
  expectWhole('batch size', batchSize, 1);
  expectWhole('step', step, 0);
  expectWhole('seed', seed);
  const steps = Math.max(1, Math.floor(count / batchSize));
  const order = orderOf(count, seed, Math.floor(step / steps));
  const start = (step % steps) * batchSize;
  for (let i = 0; i < batchSize; i++) into[i] = training[order[(start + i) % count]];
  return into;
}

/** The last order, cached: successive steps are usually in the same epoch. */
const last = { seed: NaN, epoch: NaN, order: new Uint32Array(0) };

function orderOf(count: number, seed: number, epoch: number): Uint32Array {
  if (last.order.length === count && last.seed === seed && last.epoch === epoch) return last.order;
  if (last.order.length !== count) last.order = new Uint32Array(count);
  shuffle(last.order, randomAt(seed, epoch));
  last.seed = seed;
  last.epoch = epoch;
  return last.order;
}

/** Fills with 0 … length − 1 in random order: the inside-out Fisher-Yates shuffle. */
function shuffle(order: Uint32Array, random: Draw): void {
  for (let i = 0; i < order.length; i++) {
    const j = Math.floor(random() * (i + 1));
    order[i] = order[j];
    order[j] = i;
  }
}

function sizeOfValidation(count: number, share: number): number {
  const size = Math.round(count * share);
  if (share === 0 || share === 1 || count === 1) return size;
  return Math.min(count - 1, Math.max(1, size));
}

function expectWhole(what: string, value: number, least = Number.MIN_SAFE_INTEGER): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  const expected = least >= 0 ? `a whole number, ${least} or more` : 'a whole number between -2^53 and 2^53';
  throw new RangeError(`The ${what} is ${value}; expected ${expected}.`);
}
