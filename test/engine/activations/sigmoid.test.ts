import { sigmoid } from '../../../src/engine/activations/sigmoid';
import { activated } from '../support/activation';
import { expectClose } from '../support/close';

test('is 1 / (1 + e^−x), of derivative a·(1 − a)', () => {
  // x = 0: 1/2, of slope 1/4; x = ln 3: 3/4, of slope 3/16, and its gradient is 16
  const { activations, inputGradient } = activated(sigmoid, [0, Math.log(3)], [1, 16]);
  expectClose(activations, [0.5, 0.75], 1e-15);
  expectClose(inputGradient, [0.25, 3], 1e-15);
});

test('is flat far out, and lets NaN through', () => {
  const { activations, inputGradient } = activated(sigmoid, [-1e308, 1e308, NaN]);
  expect(activations).toEqual([0, 1, NaN]);
  expect(inputGradient).toEqual([0, 0, NaN]);
});
