import { squaredError } from '../../../src/engine/losses/squaredError';
import { lossAlone } from '../support/loss';

test('an image costs the mean over its units of (output − target)²', () => {
  // image 1: (3² + 1²)/2 = 5, image 2: 0; gradient 2·error/units/batch = error/2
  const { losses, probabilities, logitGradient } = lossAlone(
    squaredError,
    [
      [4, 1],
      [7, 8],
    ],
    [
      [1, 2],
      [7, 8],
    ],
  );
  expect([...losses]).toEqual([5, 0]);
  expect([...logitGradient]).toEqual([1.5, -0.5, 0, 0]);
  expect([...probabilities]).toEqual([4, 1, 7, 8]);
});

test.each([NaN, Infinity, -Infinity])('output %p is found in the loss', (output) => {
  const { losses } = lossAlone(squaredError, [[1, output]], [[1, 0]]);
  expect(Number.isFinite(losses[0])).toBe(false);
});
