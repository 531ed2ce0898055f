import type { LayerSpec, NetworkSpec } from '../../src/engine/spec';

/** The network of lesson 4, the one that a learner first sees whole. */
export const LESSON_4: NetworkSpec = classifier({ channels: 1, height: 28, width: 28 }, [
  convolution('conv1', 2, 'valid'),
  convolution('conv2', 2, 'valid'),
  pool('pool'),
]);

/** Two convolutions with a pool after each. */
export const SMALL_CONVNET: NetworkSpec = classifier({ channels: 1, height: 28, width: 28 }, [
  convolution('conv1', 8, 'same'),
  pool('pool1'),
  convolution('conv2', 16, 'same'),
  pool('pool2'),
]);

/** Colour images, and nearly all of its work in one convolution. */
export const WIDE: NetworkSpec = classifier({ channels: 3, height: 32, width: 32 }, [
  convolution('conv1', 32, 'same'),
  convolution('conv2', 64, 'same'),
  pool('pool'),
]);

/**
 * That one convolution alone. A network must end in numbers that a loss can judge, so one unit follows; it does
 * less than half a per cent of the arithmetic, and is not counted.
 */
export const ONE_CONVOLUTION: NetworkSpec = {
  input: { channels: 32, height: 32, width: 32 },
  layers: [
    { type: 'conv2d', name: 'conv', filters: 64, kernel: [3, 3], padding: 'same' },
    { type: 'flatten', name: 'flatten' },
    { type: 'dense', name: 'logits', units: 1 },
  ],
  loss: 'squaredError',
};

/** Those layers, then ten classes. */
export function classifier(input: NetworkSpec['input'], layers: LayerSpec[]): NetworkSpec {
  return {
    input,
    layers: [...layers, { type: 'flatten', name: 'flatten' }, { type: 'dense', name: 'logits', units: 10 }],
    loss: 'softmaxCrossEntropy',
  };
}

/** 3×3, then a ReLU. */
export function convolution(name: string, filters: number, padding: 'valid' | 'same'): LayerSpec {
  return { type: 'conv2d', name, filters, kernel: [3, 3], padding, activation: 'relu' };
}

/** The largest of each 2×2. */
export function pool(name: string): LayerSpec {
  return { type: 'maxPool2d', name, size: [2, 2] };
}
