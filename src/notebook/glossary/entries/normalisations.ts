import type { EntryKey } from '../contents';
import type { Entry } from '../entry';
import { count } from '../phrases';
import type { Placed } from '../subject';

/** Layers that leave the form of maps as it is, and keep their numbers in bounds. */
export const normalisations = {
  inputNorm: {
    term: 'Input normalisation',
    also: ['normalization', 'standardisation', 'mean and deviation'],
    question: 'What is input normalisation?',
    text:
      'Input normalisation takes a mean from each channel of the image and divides by a deviation. Both are measured ' +
      'once over training images, so that the numbers that follow lie around 0 with a spread of about 1; nothing of it is learned.',
    here: (subject) => {
      const layer = subject.pick(subject.all('inputNorm'));
      if (!layer) return undefined;
      const own = `${layer.name} has a mean and a deviation for ${channelsOf(layer)}`;
      // Only a normalisation of the input itself knows its numbers before the network has run.
      return layer.name === subject.layers[0].name
        ? `${own}.`
        : `${own}: 0 and 1 until you type others, as it is not the first layer.`;
    },
    cells: (subject) => subject.target(subject.blocksOf(subject.pick(subject.all('inputNorm')))),
    see: ['batchNorm', 'input'],
  },
  batchNorm: {
    term: 'Batch normalisation',
    also: ['batch norm', 'normalization', 'scale and shift', 'running mean', 'running variance'],
    question: 'What is batch normalisation?',
    text:
      'Batch normalisation brings each channel to mean 0 and variance 1 over the batch, then multiplies it by a scale and ' +
      'adds a shift, which are both learned. In evaluate mode it takes the running mean and variance instead of those of ' +
      'the batch; each step of training moves them a tenth of the way towards those of its batch.',
    here: (subject) => {
      const layer = subject.pick(subject.all('batchNorm'));
      return (
        layer &&
        `${layer.name} has a scale and a shift for ${channelsOf(layer)}: ${count(2 * layer.shape.input.channels, 'parameter')}.`
      );
    },
    cells: (subject) => subject.target(subject.blocksOf(subject.pick(subject.all('batchNorm')))),
    see: ['batch', 'mode', 'inputNorm'],
  },
  dropout: {
    term: 'Dropout',
    also: ['mask'],
    question: 'What is dropout?',
    text:
      'In training, dropout sets a random share of the numbers to 0 and multiplies the others by 1 / (1 − share), so that ' +
      'their sum stays the same on average. No unit can then rely on one other alone, which works against overfitting. In ' +
      'evaluate mode nothing is dropped.',
    here: (subject) => {
      const layer = subject.pick(subject.all('dropout'));
      return (
        layer &&
        `${layer.name} drops a share of ${layer.rate}. Its mask holds what each number is multiplied by, and is drawn anew for each step.`
      );
    },
    cells: (subject) => subject.target(subject.blocksOf(subject.pick(subject.all('dropout')))),
    see: ['overfitting', 'mode'],
  },
} satisfies Partial<Record<EntryKey, Entry>>;

function channelsOf({ shape: { input } }: Placed): string {
  return input.channels === 1 ? '1 channel' : `each of ${input.channels} channels`;
}
