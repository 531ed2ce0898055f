import { layerAlone, map } from '../support/layer';

const pool = (size: [number, number], more: { stride?: number; padding?: number } = {}) =>
  ({ type: 'averagePool2d', name: 'pool', size, ...more }) as const;

test('takes the mean of each window, and shares its gradient out', () => {
  //  1 5 | 2 4      (1 + 5 + 4 + 2)/4 = 3   (2 + 4 + 3 + 1)/4 = 2.5     gradient  4 8: 1 and 2 to each pixel
  //  4 2 | 3 1
  const layer = layerAlone(pool([2, 2]), map(2, 4));
  layer.input.set([1, 5, 2, 4, 4, 2, 3, 1]);
  layer.forward();
  expect([...layer.output]).toEqual([3, 2.5]);
  layer.outputGradient.set([4, 8]);
  layer.backward();
  expect([...layer.inputGradient]).toEqual([1, 1, 2, 2, 1, 1, 2, 2]);
});

test('what stands in the padding is not counted', () => {
  //  · · · · ·     windows of 2×2, 2 apart: the first sees the 6 alone, the second the 2 and the 4, of mean 3;
  //  · 6 2 4 ·     gradients 10 20: 10 to the 6, and half of 20 to each of the others
  //  · · · · ·
  const layer = layerAlone(pool([2, 2], { padding: 1 }), map(1, 3));
  layer.input.set([6, 2, 4]);
  layer.forward();
  expect([...layer.output]).toEqual([6, 3]);
  layer.outputGradient.set([10, 20]);
  layer.backward();
  expect([...layer.inputGradient]).toEqual([10, 10, 10]);
});

test('overlapping windows add their gradients up', () => {
  // means of 2, one apart: (1 + 3)/2, (3 + 7)/2; half of 2, half of 2 and of 10, half of 10
  const layer = layerAlone(pool([1, 2], { stride: 1 }), map(1, 3));
  layer.input.set([1, 3, 7]);
  layer.forward();
  expect([...layer.output]).toEqual([2, 5]);
  layer.outputGradient.set([2, 10]);
  layer.backward();
  expect([...layer.inputGradient]).toEqual([1, 6, 5]);
});
