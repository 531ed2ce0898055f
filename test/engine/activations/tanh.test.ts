import { tanh } from '../../../src/engine/activations/tanh';
import { activated } from '../support/activation';
import { expectClose } from '../support/close';

test('is (e^x − e^−x) / (e^x + e^−x), of derivative 1 − a²', () => {
  // x = ln 2: (2 − 1/2)/(2 + 1/2) = 3/5, of slope 16/25, and its gradient is 25
  const { activations, inputGradient } = activated(tanh, [0, Math.log(2)], [1, 25]);
  expectClose(activations, [0, 0.6], 1e-15);
  expectClose(inputGradient, [1, 16], 1e-15);
});

test('is flat far out, and lets NaN through', () => {
  const { activations, inputGradient } = activated(tanh, [-1e308, 1e308, NaN]);
  expect(activations).toEqual([-1, 1, NaN]);
  expect(inputGradient).toEqual([-0, 0, NaN].map((x) => x + 0));
});
