import { silu } from '../../../src/engine/activations/silu';
import { activated } from '../support/activation';
import { expectClose } from '../support/close';

test('is x·σ(x), of slope σ(x)·(1 + x·(1 − σ(x)))', () => {
  // σ(0) = ½: 0, of slope ½. σ(ln 3) = ¾: ¾·ln 3, of slope ¾·(1 + ¼·ln 3). σ(−ln 3) = ¼: −¼·ln 3, ¼·(1 − ¾·ln 3)
  const x = Math.log(3);
  const { activations, inputGradient } = activated(silu, [0, x, -x]);
  expectClose(activations, [0, 0.75 * x, -0.25 * x], 1e-15);
  expectClose(inputGradient, [0.5, 0.75 * (1 + 0.25 * x), 0.25 * (1 - 0.75 * x)], 1e-15);
});

test('is x far above 0 and 0 far below, and lets NaN through', () => {
  const { activations, inputGradient } = activated(silu, [1e300, -1e300, NaN], [2, 2, 2]);
  expectClose([activations[0] / 1e300, activations[1]], [1, 0]);
  expect(activations[2]).toBeNaN();
  expectClose(inputGradient.slice(0, 2), [2, 0]);
});
