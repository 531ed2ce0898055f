import { leakyRelu } from '../../../src/engine/activations/leakyRelu';
import { activated } from '../support/activation';

test('keeps a hundredth of what is below 0; at exactly 0 the derivative is that of below', () => {
  const { activations, inputGradient } = activated(leakyRelu, [-200, 0, 3], [10, 20, 30]);
  expect(activations).toEqual([-2, 0, 3]);
  expect(inputGradient).toEqual([0.1, 0.2, 30]);
});

test('lets NaN and ∞ through', () => {
  expect(activated(leakyRelu, [NaN, Infinity, -Infinity]).activations).toEqual([NaN, Infinity, -Infinity]);
});
