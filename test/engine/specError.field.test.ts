import { compile } from '../../src/engine/network';
import { inferShapes, SpecError } from '../../src/engine/shapes';
import type { NetworkSpec, SpecField } from '../../src/engine/spec';

const conv = { type: 'conv2d', name: 'conv', filters: 2, kernel: [3, 3] };
const depthwise = { type: 'depthwiseConv2d', name: 'deep', kernel: [3, 3] };
const pool = { type: 'maxPool2d', name: 'pool', size: [2, 2] };
const dropout = { type: 'dropout', name: 'drop', rate: 0.5 };
const flatten = { type: 'flatten', name: 'flatten' };
const dense = { type: 'dense', name: 'dense', units: 1 };

/** The error of a network that reads 8×8 pixels. */
function errorOf(layers: unknown, more: object = {}): SpecError {
  const input = { channels: 1, height: 8, width: 8 };
  return caught(() => inferShapes({ input, layers, loss: 'sigmoidCrossEntropy', ...more } as NetworkSpec));
}

function caught(work: () => unknown): SpecError {
  try {
    work();
  } catch (error) {
    if (error instanceof SpecError) return error;
    throw error;
  }
  throw new Error('There was no error.');
}

test.each<[SpecField, object]>([
  ['type', { ...conv, type: 'conv3d' }],
  ['type', { ...dense, name: 'early' }],
  ['filters', { ...conv, filters: 0 }],
  ['kernel', { ...conv, kernel: 3 }],
  ['kernel', { ...conv, kernel: [3, 1.5] }],
  ['kernel', { ...conv, kernel: [9, 3] }],
  ['kernel', { ...conv, kernel: [11, 3], padding: 1 }],
  ['kernel', { ...conv, dilation: 4 }],
  ['stride', { ...conv, stride: 0 }],
  ['padding', { ...conv, padding: 'full' }],
  ['padding', { ...conv, padding: -1 }],
  ['dilation', { ...conv, dilation: 0 }],
  ['activation', { ...conv, activation: 'swish' }],
  ['kernel', { ...depthwise, kernel: [9, 3] }],
  ['size', { ...pool, size: [2] }],
  ['size', { ...pool, size: [2, 9] }],
  ['stride', { ...pool, stride: NaN }],
  ['padding', { ...pool, padding: 2 }],
  ['padding', { ...pool, padding: 0.5 }],
  ['size', { ...pool, type: 'averagePool2d', size: [9, 2] }],
  ['rate', { ...dropout, rate: 1 }],
  ['groups', { type: 'groupNorm', name: 'norm', groups: 2 }],
  ['groups', { type: 'groupNorm', name: 'norm', groups: '1' }],
])('a layer that cannot be says that it is its %s: %j', (field, layer) => {
  const error = errorOf([layer, flatten, dense]);
  expect(error.field).toBe(field);
  expect(error.layer).toBe((layer as { name: string }).name);
});

test.each<[SpecField, string, unknown, object]>([
  ['input', 'input', [flatten, dense], { input: { channels: 1, height: 0, width: 8 } }],
  ['layers', '', [], {}],
  ['name', '', [flatten, { type: 'dense', units: 1 }], {}],
  ['name', 'conv', [conv, conv, flatten, dense], {}],
  ['name', 'input', [{ ...flatten, name: 'input' }, dense], {}],
  ['units', 'dense', [flatten, { ...dense, units: '2' }], {}],
  ['type', 'conv', [conv], {}],
  ['activation', 'dense', [flatten, { ...dense, activation: 'relu' }], {}],
  ['units', 'dense', [flatten, dense], { loss: 'softmaxCrossEntropy' }],
  ['filters', 'conv', [{ ...conv, filters: 1, kernel: [8, 8] }], { loss: 'softmaxCrossEntropy' }],
  ['loss', 'loss', [flatten, dense], { loss: 'mse' }],
])('a network that cannot be says that it is the %s of "%s"', (field, layer, layers, more) => {
  const error = errorOf(layers, more);
  expect([error.field, error.layer]).toEqual([field, layer]);
});

test('a batch of no images says that it is the batch size', () => {
  const network = { input: { channels: 1, height: 1, width: 1 }, layers: [flatten], loss: 'squaredError' };
  expect(caught(() => compile(network as NetworkSpec, 0)).field).toBe('batchSize');
});
