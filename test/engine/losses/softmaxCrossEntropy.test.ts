import { softmaxCrossEntropy, softmax } from '../../../src/engine/losses/softmaxCrossEntropy';
import { lossAlone } from '../support/loss';

test('is −log of the probability given to the right class, gradient (p − t) / batch', () => {
  // logits ln 1, ln 2, ln 5: p = 1/8, 2/8, 5/8
  const logits = [0, Math.log(2), Math.log(5)];
  const { probabilities, losses, logitGradient } = lossAlone(
    softmaxCrossEntropy,
    [logits, logits],
    [
      [0, 1, 0],
      [0.5, 0.5, 0],
    ],
  );
  expectClose(probabilities.subarray(0, 3), [0.125, 0.25, 0.625]);
  // −ln 1/4; then half of −ln 1/8 and half of −ln 1/4: 2.5·ln 2
  expectClose(losses, [Math.log(4), 2.5 * Math.LN2]);
  expectClose(logitGradient, [0.0625, -0.375, 0.3125, -0.1875, -0.125, 0.3125]);
});

test('does not overflow: 10^308 against −10^308', () => {
  const right = lossAlone(softmaxCrossEntropy, [[1e308, -1e308]], [[1, 0]]);
  expect([...right.losses]).toEqual([0]);
  expect([...right.probabilities]).toEqual([1, 0]);
  expect([...right.logitGradient]).toEqual([0, 0]);
  const half = lossAlone(softmaxCrossEntropy, [[0.5e308, -0.5e308]], [[0, 1]]);
  expect([...half.losses]).toEqual([1e308]);
  expect([...half.logitGradient]).toEqual([1, -1]);
  // With a target of a quarter the loss is a quarter of 2·10^308, which itself is beyond a double.
  const quarter = lossAlone(softmaxCrossEntropy, [[1e308, -1e308]], [[0.75, 0.25]]);
  expect(quarter.losses[0] / 0.5e308).toBeCloseTo(1, 15);
});

test('the mean of equal logits is ln of the number of classes, at any height', () => {
  for (const height of [-1e308, -1, 0, 1e15, 1e308]) {
    const { losses } = lossAlone(softmaxCrossEntropy, [[height, height, height, height]], [[0, 0, 1, 0]]);
    expect(losses[0]).toBeCloseTo(Math.log(4), 15);
  }
});

test('a loss far below the spacing of numbers near 1 is not lost', () => {
  const { losses } = lossAlone(softmaxCrossEntropy, [[50, 0]], [[1, 0]]);
  expect(losses[0] / Math.exp(-50)).toBeCloseTo(1, 14);
});

test.each([NaN, Infinity, -Infinity])('logit %p is found in the loss, whichever class is right', (logit) => {
  for (const target of [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
    [0.25, 0.25, 0.5],
  ]) {
    const { losses } = lossAlone(softmaxCrossEntropy, [[2, logit, 1]], [target]);
    expect(Number.isFinite(losses[0])).toBe(false);
  }
});

test('two classes are a sigmoid of their difference', () => {
  const { losses } = lossAlone(softmaxCrossEntropy, [[0.3, 1.7]], [[1, 0]]);
  expect(losses[0]).toBeCloseTo(Math.log1p(Math.exp(1.4)), 15);
});

test('softmax of plain numbers', () => {
  expectClose(softmax([Math.log(3), 0]), [0.75, 0.25]);
  expectClose(softmax([-1e308, 1e308]), [0, 1]);
});

function expectClose(found: Float64Array, expected: number[]): void {
  expect(found.length).toBe(expected.length);
  found.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 14));
}
