import type { LayerSpec } from '../../../src/engine/spec';
import { overlapOf, type Compared } from '../../../src/training/overlap/findOverlap';
import { NEW } from '../../../src/training/overlap/overlap';

/** "conv1" reads 1×6×6; whatever is not given is as in a small convnet. */
function net(layers: LayerSpec[], classes = ['a', 'b', 'c']): Compared {
  return {
    network: { input: { channels: 1, height: 6, width: 6 }, layers, loss: 'softmaxCrossEntropy' },
    classes,
  };
}

const conv = (filters: number, kernel: [number, number] = [3, 3], name = 'conv1'): LayerSpec => ({
  type: 'conv2d',
  name,
  filters,
  kernel,
});
const pool: LayerSpec = { type: 'maxPool2d', name: 'pool1', size: [2, 2] };
const flatten: LayerSpec = { type: 'flatten', name: 'flatten' };
const dense = (units: number, name = 'dense'): LayerSpec => ({ type: 'dense', name, units });
const norm: LayerSpec = { type: 'batchNorm', name: 'norm1' };

/** The former index of each number of a tensor. */
const indexes = (before: Compared, after: Compared, tensor: string) => [
  ...(overlapOf(before, after).get(tensor)?.indexes ?? []),
];
const range = (length: number, first = 0) => Array.from({ length }, (_, index) => first + index);
const fresh = (length: number) => new Array<number>(length).fill(NEW);

test('of more filters the first are those that there were', () => {
  const [before, after] = [net([conv(2), pool, flatten, dense(3)]), net([conv(4), pool, flatten, dense(3)])];
  expect(indexes(before, after, 'conv1.filters')).toEqual([...range(18), ...fresh(18)]);
  expect(indexes(before, after, 'conv1.bias')).toEqual([0, 1, NEW, NEW]);
});

test('a dense layer keeps its weights for the maps that there were: same map, row and column', () => {
  const [before, after] = [net([conv(2), pool, flatten, dense(3)]), net([conv(4), pool, flatten, dense(3)])];
  // Maps are 2×2 behind the pool: 8 inputs became 16.
  const expected = [0, 1, 2].flatMap((unit) => [...range(8, unit * 8), ...fresh(8)]);
  expect(indexes(before, after, 'dense.weights')).toEqual(expected);
});

test('of maps of another size, a dense layer keeps no weight, even if their numbers are as many', () => {
  // 2 maps of 2×2, and 8 maps of 1×1.
  const before = net([conv(2), pool, flatten, dense(3)]);
  const after = net([conv(8, [6, 6]), flatten, dense(3)]);
  expect(indexes(before, after, 'dense.weights')).toEqual(fresh(24));
  expect(indexes(before, after, 'dense.bias')).toEqual([0, 1, 2]);
});

test('kernels of another size are new, biases are not', () => {
  const [before, after] = [net([conv(1), flatten, dense(3)]), net([conv(1, [2, 2]), flatten, dense(3)])];
  expect(indexes(before, after, 'conv1.filters')).toEqual(fresh(4));
  expect(indexes(before, after, 'conv1.bias')).toEqual([0]);
});

test('the units of the last layer are known by their classes', () => {
  const before = net([flatten, dense(3)], ['a', 'b', 'c']);
  const after = net([flatten, dense(3)], ['c', 'x', 'a']);
  expect(indexes(before, after, 'dense.bias')).toEqual([2, NEW, 0]);
  expect(indexes(before, after, 'dense.weights')).toEqual([...range(36, 72), ...fresh(36), ...range(36)]);
});

test('filters whose averages are the logits are known by their classes, too', () => {
  const gap: LayerSpec = { type: 'globalAveragePool', name: 'gap' };
  const layers = [conv(3), norm, gap];
  expect(indexes(net(layers, ['a', 'b', 'c']), net(layers, ['b', 'a', 'd']), 'conv1.bias')).toEqual([
    1,
    0,
    NEW,
  ]);
  expect(indexes(net(layers, ['a', 'b', 'c']), net(layers, ['b', 'a', 'd']), 'norm1.running_mean')).toEqual([
    1,
    0,
    NEW,
  ]);
});

test('a normalisation behind the flatten keeps scale, shift and statistics of the same numbers', () => {
  const [before, after] = [net([conv(1), flatten, norm, dense(3)]), net([conv(2), flatten, norm, dense(3)])];
  for (const tensor of ['norm1.scale', 'norm1.shift', 'norm1.running_mean', 'norm1.running_variance'])
    expect(indexes(before, after, tensor)).toEqual([...range(16), ...fresh(16)]);
});

test('a layer of another name or kind has nothing in common', () => {
  const before = net([conv(2), flatten, dense(3)]);
  expect([...overlapOf(before, net([conv(2, [3, 3], 'other'), flatten, dense(3)])).keys()]).toEqual([
    'dense.weights',
    'dense.bias',
  ]);
  const depthwise: LayerSpec = { type: 'depthwiseConv2d', name: 'conv1', kernel: [3, 3] };
  expect(overlapOf(before, net([depthwise, flatten, dense(3)])).has('conv1.bias')).toBe(false);
});
