// Notebooks to start from.
// Imports: engine (types), sheet.
import type { NotebookSpec } from '../sheet/spec';
import { LESSON_4, LESSON_4_2016, LESSON_4_TEN } from './lesson4';
import { BATCH_NORM, SEVERAL_LABELS, THREE_CHANNELS, TINY } from './smallStarters';
import { NO_DENSE_LAYER, SMALL_CONVNET } from './smallConvnet';

/** A notebook to start from. Its names and sentences also appear in the manifest's New menu. */
export interface Starter {
  /** Name of its command in the manifest: "newLesson4". */
  readonly command: string;
  readonly name: string;
  /** What it teaches. */
  readonly about: string;
  readonly spec: NotebookSpec;
}

export const STARTERS: readonly Starter[] = [
  {
    command: 'newLesson4',
    name: 'Lesson 4 (2022, with ReLU)',
    about: 'Two convolutions, a pool and a dense layer decide whether a digit is a 7.',
    spec: LESSON_4,
  },
  {
    command: 'newLesson4Of2016',
    name: 'Lesson 4 (2016, without ReLU)',
    about: 'The page as first published: without ReLU, two convolutions are no more than one.',
    spec: LESSON_4_2016,
  },
  {
    command: 'newLesson4TenClasses',
    name: 'Lesson 4 with ten classes',
    about: 'What the original lacks: ten sets of dense weights, softmax and a one-hot target.',
    spec: LESSON_4_TEN,
  },
  {
    command: 'newSmallConvnet',
    name: 'Small convnet',
    about: 'Eight, then sixteen filters: a filter over eight channels is eight matrices.',
    spec: SMALL_CONVNET,
  },
  {
    command: 'newNoDenseLayer',
    name: 'No dense layer',
    about: 'A global average pool in place of the dense layer: one map a class, and its mean.',
    spec: NO_DENSE_LAYER,
  },
  {
    command: 'newThreeChannels',
    name: 'Three channels',
    about: 'Red, green and blue: one 3×3×3 filter is three matrices, and their sums are added.',
    spec: THREE_CHANNELS,
  },
  {
    command: 'newBatchNorm',
    name: 'Batch norm',
    about:
      'Each map is standardised over the batch: mean and variance stand beside it, in training and in use.',
    spec: BATCH_NORM,
  },
  {
    command: 'newSeveralLabels',
    name: 'Several labels',
    about: 'An image may have several labels or none: a sigmoid for each, where softmax lets one win.',
    spec: SEVERAL_LABELS,
  },
  {
    command: 'newTiny',
    name: 'Tiny',
    about: 'Six by six pixels, two filters, three classes: small enough to check by hand.',
    spec: TINY,
  },
];
