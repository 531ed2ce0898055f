import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { lossFor } from '../../src/engine/losses';
import { softmax } from '../../src/engine/losses/softmaxCrossEntropy';
import type { Shape } from '../../src/engine/shapes';
import type { LayerSpec, LossName } from '../../src/engine/spec';
import { expectClose } from './support/close';
import { fill } from './support/fill';
import { layerAlone, type LayerAlone } from './support/layer';
import { lossAlone } from './support/loss';
import { tfjsBackward, tfjsForward } from './support/tfjs';

// A second opinion beside PyTorch's. TensorFlow.js computes in float32, whose numbers are 6e−8 apart at 1; sums of some
// dozens of products of numbers up to about 3 are off by a few 1e−6.
const tolerance = 1e-5;

beforeAll(async () => {
  // Elsewhere than in Node it does not advertise its faster backend.
  tf.env().set('IS_NODE', false);
  await tf.setBackend('cpu');
});

const maps: Shape = { channels: 2, height: 7, width: 6 };
const conv: LayerSpec = { type: 'conv2d', name: 'conv', filters: 3, kernel: [3, 2] };
const deep: LayerSpec = { type: 'depthwiseConv2d', name: 'deep', kernel: [3, 3] };
const max: LayerSpec = { type: 'maxPool2d', name: 'max', size: [3, 2] };
const average: LayerSpec = { type: 'averagePool2d', name: 'average', size: [3, 2] };

test.each<LayerSpec>([
  conv,
  { ...conv, padding: 'same' },
  { ...conv, padding: 'same', stride: 2 },
  { ...conv, kernel: [3, 3], padding: 1, stride: 2 },
  { ...conv, padding: 'same', stride: [2, 1] },
  { ...deep, stride: [1, 3] },
  deep,
  { ...deep, padding: 'same' },
  { ...deep, padding: 'same', stride: 2 },
  max,
  { ...max, stride: 1 },
  { ...max, stride: [1, 2] },
  { ...max, padding: 'same', stride: 2 },
  average,
  { ...average, stride: 1 },
])('forward and backward: %j', (spec) => {
  const layer = randomLayer(spec, maps);
  expectClose(layer.output, tfjsForward(spec, layer), tolerance);
  const ours = [layer.inputGradient, ...layer.parameterGradients];
  const theirs = tfjsBackward(spec, layer);
  expect(theirs.length).toBe(ours.length);
  ours.forEach((gradient, i) => expectClose(gradient, theirs[i], tolerance));
});

// TensorFlow.js has no gradient of a dilated convolution, and divides that of an average pool by the whole window,
// padding and all; for the others it has no kernel of its own.
test.each<[LayerSpec, Shape]>([
  [{ ...conv, dilation: 2 }, maps],
  [{ ...conv, dilation: 3, padding: 'same' }, maps],
  [{ ...deep, dilation: 2, padding: 'same' }, maps],
  [{ ...average, padding: 'same', stride: 2 }, maps],
  [{ type: 'globalAveragePool', name: 'gap' }, maps],
  [{ type: 'batchNorm', name: 'norm' }, maps],
  [
    { type: 'dense', name: 'dense', units: 4 },
    { channels: 5, height: 1, width: 1 },
  ],
])('forward: %j', (spec, shape) => {
  const layer = randomLayer(spec, shape);
  expectClose(layer.output, tfjsForward(spec, layer), tolerance);
});

const meanLoss: { [Name in LossName]: (target: tf.Tensor2D, logits: tf.Tensor2D) => tf.Tensor } = {
  // The mean over all numbers, of which an image has 4: our loss adds them up.
  sigmoidCrossEntropy: (target, logits) => tf.mul(4, tf.losses.sigmoidCrossEntropy(target, logits)),
  softmaxCrossEntropy: (target, logits) => tf.losses.softmaxCrossEntropy(target, logits),
  squaredError: (target, logits) => tf.losses.meanSquaredError(target, logits),
};

test.each(Object.keys(lossFor) as LossName[])('%s', (name) => {
  const numbers = new Float64Array(24);
  fill(1, numbers);
  const rows = [0, 4, 8, 12, 16, 20].map((start) => [...numbers.slice(start, start + 4)]);
  const logits = rows.slice(0, 3);
  const target = rows.slice(3).map((row) => [...softmax(row)]);
  const { losses } = lossAlone(lossFor[name], logits, target);
  const mean = losses.reduce((sum, each) => sum + each, 0) / 3;
  expectClose([mean], meanLoss[name](tf.tensor2d(target), tf.tensor2d(logits)).dataSync(), tolerance);
});

/** A layer with random numbers in everything, two images, after forward and backward. */
function randomLayer(spec: LayerSpec, shape: Shape): LayerAlone {
  const layer = layerAlone(spec, shape, 2);
  fill(7, layer.input, layer.outputGradient, ...layer.parameters);
  layer.forward();
  layer.backward();
  return layer;
}
