import type { NotebookSpec } from '../sheet/spec';

/** Coloured shapes: a 3×3 filter over red, green and blue has three matrices. */
export const THREE_CHANNELS: NotebookSpec = {
  title: 'Three channels',
  data: { generator: 'shapes' },
  classes: ['red disc', 'red square', 'red cross', 'blue disc', 'blue square', 'blue cross'],
  question: 'one-hot',
  network: {
    input: { channels: 3, height: 16, width: 16 },
    layers: [
      { type: 'conv2d', name: 'conv1', filters: 6, kernel: [3, 3], activation: 'relu' },
      { type: 'maxPool2d', name: 'pool1', size: [2, 2] },
      { type: 'flatten', name: 'flatten' },
      { type: 'dense', name: 'dense', units: 6 },
    ],
    loss: 'softmaxCrossEntropy',
  },
  settings: { optimiser: 'Adam', learningRate: 0.02 },
  compact: true,
};

/** The sums of each filter are standardised over the batch before ReLU sees them, so the filters need no bias. */
export const BATCH_NORM: NotebookSpec = {
  ...THREE_CHANNELS,
  title: 'Batch norm',
  network: {
    input: { channels: 3, height: 16, width: 16 },
    layers: [
      { type: 'conv2d', name: 'conv1', filters: 4, kernel: [3, 3], bias: false },
      { type: 'batchNorm', name: 'norm1', activation: 'relu' },
      { type: 'maxPool2d', name: 'pool1', size: [2, 2] },
      { type: 'flatten', name: 'flatten' },
      { type: 'dense', name: 'dense', units: 6 },
    ],
    loss: 'softmaxCrossEntropy',
  },
  settings: { optimiser: 'Adam', learningRate: 0.02, batchSize: 32 },
};

/**
 * Multi-label: an image may have several labels or none, so each has a sigmoid; softmax would allow only one.
 */
export const SEVERAL_LABELS: NotebookSpec = {
  title: 'Several labels',
  data: { generator: 'strokes' },
  classes: ['horizontal', 'vertical', 'rising', 'falling'],
  question: 'is it there?',
  network: {
    input: { channels: 1, height: 16, width: 16 },
    layers: [
      { type: 'conv2d', name: 'conv1', filters: 6, kernel: [3, 3], activation: 'relu' },
      { type: 'maxPool2d', name: 'pool1', size: [2, 2] },
      { type: 'conv2d', name: 'conv2', filters: 8, kernel: [3, 3], activation: 'relu' },
      { type: 'flatten', name: 'flatten' },
      { type: 'dense', name: 'dense', units: 4 },
    ],
    loss: 'sigmoidCrossEntropy',
  },
  // The seventh image has two labels.
  settings: { optimiser: 'Adam', learningRate: 0.01, batchSize: 32, image: 7 },
  compact: true,
};

/** Six by six pixels, two filters, three classes: small enough to check by hand. */
export const TINY: NotebookSpec = {
  title: 'Tiny',
  data: { generator: 'bars' },
  classes: ['horizontal', 'vertical', 'diagonal'],
  question: 'one-hot',
  network: {
    input: { channels: 1, height: 6, width: 6 },
    layers: [
      { type: 'conv2d', name: 'conv1', filters: 2, kernel: [3, 3], activation: 'relu' },
      { type: 'maxPool2d', name: 'pool1', size: [2, 2] },
      { type: 'flatten', name: 'flatten' },
      { type: 'dense', name: 'dense', units: 3 },
    ],
    loss: 'softmaxCrossEntropy',
  },
  settings: { learningRate: 0.05 },
  compact: true,
};
