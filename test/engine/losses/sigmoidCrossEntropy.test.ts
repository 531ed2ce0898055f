import { sigmoidAt as sigmoid } from '../../../src/engine/activations/sigmoid';
import { sigmoidCrossEntropy } from '../../../src/engine/losses/sigmoidCrossEntropy';
import { lossAlone } from '../support/loss';

test('is −log of the probability given to what is so', () => {
  // logit ln 3: p = 3/4. A yes costs −ln 3/4, a no costs −ln 1/4.
  const { losses, probabilities } = lossAlone(
    sigmoidCrossEntropy,
    [[Math.log(3)], [Math.log(3)]],
    [[1], [0]],
  );
  expect(probabilities[0]).toBeCloseTo(0.75, 15);
  expect(losses[0]).toBeCloseTo(Math.log(4 / 3), 15);
  expect(losses[1]).toBeCloseTo(Math.log(4), 15);
});

test('an image costs the sum over its units, and the gradient is (p − t) / batch', () => {
  // logit 0: p = 1/2, every unit costs ln 2, and with a target of 1/4 too: −(1/4 + 3/4)·ln 1/2
  const { losses, logitGradient } = lossAlone(
    sigmoidCrossEntropy,
    [
      [0, 0],
      [0, 0],
    ],
    [
      [1, 0],
      [0.25, 0.5],
    ],
  );
  expect(losses[0]).toBeCloseTo(2 * Math.LN2, 15);
  expect(losses[1]).toBeCloseTo(2 * Math.LN2, 15);
  expect([...logitGradient]).toEqual([-0.25, 0.25, 0.125, 0]);
});

test.each([
  [1e308, 1, 0, 0],
  [1e308, 0, 1e308, 1],
  [-1e308, 0, 0, 0],
  [-1e308, 1, 1e308, -1],
  [1e308, 0.25, 0.75e308, 0.75],
])('logit %p with target %p costs %p, gradient %p', (logit, target, cost, gradient) => {
  const { losses, logitGradient } = lossAlone(sigmoidCrossEntropy, [[logit]], [[target]]);
  expect(losses[0]).toBe(cost);
  expect(logitGradient[0]).toBe(gradient);
});

test('a loss far below the spacing of numbers near 1 is not lost', () => {
  // log(1 + e^−50) = e^−50 − e^−100/2 …
  const { losses } = lossAlone(sigmoidCrossEntropy, [[50]], [[1]]);
  expect(losses[0] / Math.exp(-50)).toBeCloseTo(1, 14);
});

test.each([NaN, Infinity, -Infinity])('logit %p is found in the loss, whatever the target', (logit) => {
  for (const target of [0, 0.5, 1]) {
    const { losses } = lossAlone(sigmoidCrossEntropy, [[logit]], [[target]]);
    expect(Number.isFinite(losses[0])).toBe(false);
  }
});

test('sigmoid stays within 0 … 1, small values exact', () => {
  expect([-Infinity, -1e308, 0, 1e308, Infinity].map(sigmoid)).toEqual([0, 0, 0.5, 1, 1]);
  expect(sigmoid(-700) / Math.exp(-700)).toBeCloseTo(1, 15);
  expect(sigmoid(NaN)).toBeNaN();
});
