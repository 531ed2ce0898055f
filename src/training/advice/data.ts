import type { Advice } from './mistakes';
import type { Training } from '../training';

/** Pixels are 0 … 1; what goes this far beyond is of another scale. */
const GREATEST_PIXEL = 10;

/** Batches from this size on hold several classes, unless something is wrong: of two, one in 32,768 does not. */
export const LARGE_BATCH = 16;

/** What is wrong with the images. */
export function dataFaults(training: Training): Advice[] {
  return [...unscaled(training), ...oneClass(training)];
}

function unscaled({ spec, network }: Training): Advice[] {
  if (spec.network.layers[0].type === 'inputNorm') return [];
  const greatest = greatestOf(network.input);
  return greatest > GREATEST_PIXEL ? [{ about: 'unscaled', greatest, tensor: 'input' }] : [];
}

/** In magnitude. Looked at after each command, so nothing is made of each pixel. */
function greatestOf(pixels: Float64Array): number {
  let greatest = 0;
  for (let index = 0; index < pixels.length; index++) {
    const size = Math.abs(pixels[index]);
    if (size > greatest) greatest = size;
  }
  return greatest;
}

/** All images there are, or all of the batch, have the same label. */
function oneClass({ spec: { classes }, images: { set }, network }: Training): Advice[] {
  if (classes.length < 2 || set?.multiLabel) return [];
  if (set && set.count > 1 && set.labels.every((label) => label === set.labels[0]))
    return [{ about: 'oneClass', label: set.classes[set.labels[0]], tensor: 'target' }];
  const { batchSize, target } = network;
  const units = target.length / batchSize;
  if (batchSize < LARGE_BATCH || units < 2) return [];
  const isSame = target.every((value, index) => value === target[index % units]);
  const label = classes[target.subarray(0, units).indexOf(1)];
  return isSame && label !== undefined ? [{ about: 'oneClassInBatch', label, setting: 'batchSize' }] : [];
}
