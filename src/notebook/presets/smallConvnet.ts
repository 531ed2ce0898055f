import type { NotebookSpec } from '../sheet/spec';

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Two convolutions and two pools, then ten classes: the smallest network that reads real digits well. */
export const SMALL_CONVNET: NotebookSpec = {
  title: 'Small convnet',
  data: { generator: 'digits' },
  classes: DIGITS,
  question: 'one-hot',
  network: {
    input: { channels: 1, height: 28, width: 28 },
    layers: [
      { type: 'conv2d', name: 'conv1', filters: 8, kernel: [3, 3], padding: 'same', activation: 'relu' },
      { type: 'maxPool2d', name: 'pool1', size: [2, 2] },
      { type: 'conv2d', name: 'conv2', filters: 16, kernel: [3, 3], padding: 'same', activation: 'relu' },
      { type: 'maxPool2d', name: 'pool2', size: [2, 2] },
      { type: 'flatten', name: 'flatten' },
      { type: 'dense', name: 'dense', units: 10 },
    ],
    loss: 'softmaxCrossEntropy',
  },
  settings: { optimiser: 'Adam', learningRate: 0.003, batchSize: 32 },
  compact: true,
};

/** Ten maps, one per class, averaged instead of a dense layer: a map shows where its class is found. */
export const NO_DENSE_LAYER: NotebookSpec = {
  ...SMALL_CONVNET,
  title: 'No dense layer',
  network: {
    input: { channels: 1, height: 28, width: 28 },
    layers: [
      { type: 'conv2d', name: 'conv1', filters: 6, kernel: [5, 5], stride: 2, activation: 'relu' },
      { type: 'conv2d', name: 'conv2', filters: 12, kernel: [3, 3], stride: 2, activation: 'relu' },
      { type: 'conv2d', name: 'conv3', filters: 10, kernel: [3, 3] },
      { type: 'globalAveragePool', name: 'average' },
    ],
    loss: 'softmaxCrossEntropy',
  },
  settings: { optimiser: 'Adam', learningRate: 0.01, batchSize: 32 },
};
