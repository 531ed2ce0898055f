import fc from 'fast-check';
import { winnerAt } from '../../../src/engine/layers/maxPool2d';
import { Random } from '../../../src/engine/random';
import { anyMaxPool2d, anySeed, anyShape, fits } from '../support/arbitraries';
import { layerAlone, map } from '../support/layer';

const pool = (size: [number, number], stride?: number) =>
  ({ type: 'maxPool2d', name: 'pool', size, stride }) as const;

test('takes the largest of each window, and gives it the gradient', () => {
  //  1 5 | 2 2.5      5 3     gradient  10 20 goes to the 5, the 3
  //  4 3 | 3 1
  const layer = layerAlone(pool([2, 2]), map(2, 4));
  layer.input.set([1, 5, 2, 2.5, 4, 3, 3, 1]);
  layer.forward();
  expect([...layer.output]).toEqual([5, 3]);
  layer.outputGradient.set([10, 20]);
  layer.backward();
  expect([...layer.inputGradient]).toEqual([0, 10, 0, 0, 0, 0, 20, 0]);
});

test('of equals the first in row-major order wins', () => {
  //  0 7
  //  7 7    the 7 of the first row, though that of the second row is further left
  const layer = layerAlone(pool([2, 2]), map(2, 2));
  layer.input.set([0, 7, 7, 7]);
  layer.forward();
  layer.outputGradient.set([1]);
  layer.backward();
  expect([...layer.inputGradient]).toEqual([0, 1, 0, 0]);
});

test('overlapping windows add their gradients up', () => {
  // windows of 3, one apart: 1 9 2 | 9 2 1, both won by the 9
  const layer = layerAlone(pool([1, 3], 1), map(1, 4));
  layer.input.set([1, 9, 2, 1]);
  layer.forward();
  layer.outputGradient.set([10, 100]);
  layer.backward();
  expect([...layer.output]).toEqual([9, 9]);
  expect([...layer.inputGradient]).toEqual([0, 110, 0, 0]);
});

test('rows and columns that fill no window are dropped', () => {
  //  1 2 | 9     the third column and row belong to no 2×2 window
  //  3 4 | 9
  //  9 9   9
  const layer = layerAlone(pool([2, 2]), map(3, 3));
  layer.input.set([1, 2, 9, 3, 4, 9, 9, 9, 9]);
  layer.forward();
  layer.outputGradient.set([1]);
  layer.backward();
  expect([...layer.output]).toEqual([4]);
  expect([...layer.inputGradient]).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0]);
});

test('a stride larger than the window skips pixels', () => {
  // windows of 1, three apart
  const layer = layerAlone(pool([1, 1], 3), map(1, 5));
  layer.input.set([1, 9, 9, 2, 9]);
  layer.forward();
  expect([...layer.output]).toEqual([1, 2]);
});

test.each([
  ['first', [NaN, 1, 2, 3], 0],
  ['last', [1, 2, 3, NaN], 3],
  ['first of two', [1, NaN, NaN, 2], 1],
  ['beside infinity', [Infinity, 1, NaN, 2], 2],
])('a NaN (%s) wins over every number', (_where, window, winner) => {
  const layer = layerAlone(pool([2, 2]), map(2, 2));
  layer.input.set(window);
  layer.forward();
  layer.outputGradient.set([1]);
  layer.backward();
  expect([...layer.output]).toEqual([NaN]);
  expect(layer.inputGradient.indexOf(1)).toBe(winner);
});

test('a window of nothing but −∞ gives −∞', () => {
  const layer = layerAlone(pool([1, 2]), map(1, 2));
  layer.input.fill(-Infinity);
  layer.forward();
  expect([...layer.output]).toEqual([-Infinity]);
});

test('what stands in the padding never wins, though all pixels are below 0', () => {
  // windows of 3, 2 apart, from −1: · −5 −2 | −2 −3 ·
  const layer = layerAlone({ ...pool([3, 3], 2), padding: 1 }, map(1, 3));
  layer.input.set([-5, -2, -3]);
  layer.forward();
  layer.outputGradient.set([10, 100]);
  layer.backward();
  expect([...layer.output]).toEqual([-2, -2]);
  expect([...layer.inputGradient]).toEqual([0, 110, 0]);
});

test("'same' puts the odd row and column at the bottom and right", () => {
  // ceil(3/2) = 2 windows of 2: 1 4 | 2 ·
  const layer = layerAlone({ ...pool([1, 2], 2), padding: 'same' }, map(1, 3));
  layer.input.set([1, 4, 2]);
  layer.forward();
  expect([...layer.output]).toEqual([4, 2]);
});

test('the winner of one output is the one whose number comes out, NaN and ties included', () => {
  fc.assert(
    fc.property(anyMaxPool2d, anyShape, anySeed, (spec, shape, seed) => {
      fc.pre(fits(spec, shape));
      const layer = layerAlone(spec, shape);
      const random = new Random(seed);
      // Few different numbers, so that many windows have a tie.
      layer.input.forEach((_, i) => (layer.input[i] = [NaN, -1, 0, 0, 2][random.integer(5)]));
      layer.forward();
      layer.outputGradient.forEach((_, output) => {
        layer.outputGradient.fill(0)[output] = 1;
        layer.backward();
        const winner = winnerAt(layer.shape, layer.input, output);
        expect(layer.inputGradient.indexOf(1)).toBe(winner);
        expect(layer.output[output]).toBe(layer.input[winner]);
      });
    }),
  );
});
