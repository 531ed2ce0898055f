import type { Activation, LossName, NetworkSpec } from '../../engine/spec';
import type { NotebookSpec } from '../sheet/spec';

// Hand-made filters, edge detectors: +1 where ink is expected, −1 where paper is.
const TOP_EDGE = [-1, -1, -1, 0, 0, 0, 1, 1, 1];
const LEFT_EDGE = [-1, 0, 1, -1, 0, 1, -1, 0, 1];
const scaled = (factor: number, filter: readonly number[]) => filter.map((weight) => weight * factor);

const EDGES: NotebookSpec['initial'] = {
  'conv1.filters': [...TOP_EDGE, ...LEFT_EDGE],
  // Each filter looks for its edge in both maps, so its weights are halved.
  'conv2.filters': [
    ...scaled(0.5, TOP_EDGE),
    ...scaled(0.5, TOP_EDGE),
    ...scaled(0.5, LEFT_EDGE),
    ...scaled(0.5, LEFT_EDGE),
  ],
  'dense.weights': { standardDeviation: 0.02 },
};

/** On the original sheet the maps are 29 rows apart, the filters 27, and two column gaps are wider. */
const ANCHORS: NotebookSpec['anchors'] = {
  columns: { maxpool: 'CM', dense: 'DN' },
  filters: {
    'conv1.filter1': 'AD11',
    'conv1.filter2': 'AD38',
    'conv2.filter1': 'BI11',
    'conv2.filter2': 'BI38',
  },
};

/** Two convolution layers of two 3×3 filters, a max pool, a dense layer. */
function network(activation: Activation, units: number, loss: LossName): NetworkSpec {
  return {
    input: { channels: 1, height: 28, width: 28 },
    layers: [
      { type: 'conv2d', name: 'conv1', filters: 2, kernel: [3, 3], activation },
      { type: 'conv2d', name: 'conv2', filters: 2, kernel: [3, 3], activation },
      { type: 'maxPool2d', name: 'maxpool', size: [2, 2], stride: 2 },
      { type: 'flatten', name: 'flatten' },
      { type: 'dense', name: 'dense', units },
    ],
    loss,
  };
}

/**
 * The page of fast.ai's lesson 4 as published in 2022, at its addresses, with ReLU after each convolution. It
 * learns to recognise a 7.
 */
export const LESSON_4: NotebookSpec = {
  title: 'Lesson 4',
  data: { generator: 'sevens' },
  classes: ['7'],
  question: 'is it a 7?',
  network: network('relu', 1, 'sigmoidCrossEntropy'),
  initial: EDGES,
  anchors: ANCHORS,
};

/** The page as first published, in 2016, without ReLU after its convolutions. */
export const LESSON_4_2016: NotebookSpec = {
  ...LESSON_4,
  title: 'Lesson 4 (2016)',
  network: network('none', 1, 'sigmoidCrossEntropy'),
};

/** The extensions that the original suggests: ten sets of dense weights, softmax, a one-hot target. */
export const LESSON_4_TEN: NotebookSpec = {
  ...LESSON_4,
  title: 'Ten classes',
  data: { generator: 'digits' },
  classes: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  question: 'one-hot',
  network: network('relu', 10, 'softmaxCrossEntropy'),
};
