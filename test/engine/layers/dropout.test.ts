import { Random } from '../../../src/engine/random';
import { layerAlone, map } from '../support/layer';

const dropout = (rate: number) => ({ type: 'dropout', name: 'dropout', rate }) as const;

test('in training multiplies by the mask, forward and backward; otherwise lets everything pass', () => {
  const layer = layerAlone(dropout(0.5), map(1, 3));
  layer.auxiliary!.mask.set([2, 0, 2]);
  layer.input.set([1, 2, 3]);
  layer.outputGradient.set([10, 20, 30]);
  layer.forward();
  layer.backward();
  expect([...layer.output]).toEqual([2, 0, 6]);
  expect([...layer.inputGradient]).toEqual([20, 0, 60]);

  layer.mode.training = false;
  layer.forward();
  layer.backward();
  expect([...layer.output]).toEqual([1, 2, 3]);
  expect([...layer.inputGradient]).toEqual([10, 20, 30]);
});

test('drops nothing before a mask is drawn', () => {
  const layer = layerAlone(dropout(0.5), map(1, 3));
  layer.input.set([1, 2, 3]);
  layer.forward();
  expect([...layer.output]).toEqual([1, 2, 3]);
});

test('a mask holds 0 for a share of rate, 1/(1 − rate) for the rest', () => {
  const layer = layerAlone(dropout(0.2), map(100, 100));
  const { mask } = layer.auxiliary!;
  layer.drawMask?.(new Random(1));
  expect(new Set(mask)).toEqual(new Set([0, 1.25]));
  // Of 10000 about 2000 are dropped, give or take √(10000·0.2·0.8) = 40.
  const dropped = mask.filter((value) => value === 0).length;
  expect(Math.abs(dropped - 2000)).toBeLessThan(5 * 40);
});

test('a rate of 0 drops nothing, ever', () => {
  const layer = layerAlone(dropout(0), map(10, 10));
  layer.drawMask?.(new Random(1));
  expect(new Set(layer.auxiliary!.mask)).toEqual(new Set([1]));
});

test('a dropped NaN is still seen', () => {
  const layer = layerAlone(dropout(0.5), map(1, 1));
  layer.auxiliary!.mask.set([0]);
  layer.input.set([NaN]);
  layer.forward();
  expect([...layer.output]).toEqual([NaN]);
});
