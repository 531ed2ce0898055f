import { gelu } from '../../../src/engine/activations/gelu';
import { activated } from '../support/activation';
import { expectClose } from '../support/close';

test('is ½·x·(1 + tanh(√(2/π)·(x + 0.044715·x³)))', () => {
  // At 0: 0, of slope ½. At 1: u = 0.7978845608028654·1.044715 = 0.8335620039 and ½·(1 + tanh u) = 0.8411919906
  const { activations, inputGradient } = activated(gelu, [0, 1]);
  expectClose(activations, [0, 0.8411919906082768], 1e-14);
  expectClose([inputGradient[0]], [0.5], 1e-15);
});

test('is x far above 0 and 0 far below, and lets NaN through', () => {
  const { activations, inputGradient } = activated(gelu, [1e300, -1e300, NaN], [2, 2, 2]);
  expectClose([activations[0] / 1e300, activations[1]], [1, 0]);
  expect(activations[2]).toBeNaN();
  expectClose(inputGradient.slice(0, 2), [2, 0]);
});
