import { groupNormEpsilon } from '../../../src/engine/layers/groupNorm';
import { SpecError } from '../../../src/engine/shapes';
import { expectClose } from '../support/close';
import { fill } from '../support/fill';
import { layerAlone } from '../support/layer';

const shape = { channels: 4, height: 1, width: 2 };

/** Four channels of two pixels in so many groups, two images, scales of 1 and shifts of 0. */
function norm(groups: number) {
  const layer = layerAlone({ type: 'groupNorm', name: 'norm', groups }, shape, 2);
  layer.parameters[0].fill(1);
  return layer;
}

test('two groups: each pair of channels is brought to mean 0 and variance 1, image by image', () => {
  const layer = norm(2);
  layer.input.set([0, 2, 4, 6, 5, 5, 5, 5, 1, 1, 3, 3, -1, 0, 0, 1]);
  layer.parameters[0].set([1, 10, 1, 1]);
  layer.parameters[1].set([0, 0, 7, 0]);
  layer.forward();
  // 0 2 4 6: mean 3, variance (9 + 1 + 1 + 9) / 4 = 5. 5 5 5 5: mean 5, variance 0. 1 1 3 3: mean 2, variance 1.
  // −1 0 0 1: mean 0, variance ½. The second channel is ten times as large, the third 7 higher.
  const [a, b, c] = [5, 1, 0.5].map((variance) => 1 / Math.sqrt(variance + groupNormEpsilon));
  const first = [-3 * a, -a, 10 * a, 30 * a, 7, 7, 0, 0];
  expectClose(layer.output, [...first, -b, -b, 10 * b, 10 * b, 7 - c, 7, 0, c], 1e-14);
  expectClose(layer.auxiliary!.group_mean, [3, 5, 2, 0]);
  expectClose(layer.auxiliary!.group_variance, [5, 0, 1, 0.5]);
});

test('one group is layer normalisation: all numbers of an image share mean and variance', () => {
  const layer = norm(1);
  layer.input.set([1, 1, 1, 1, 3, 3, 3, 3]);
  layer.forward();
  // mean 2, variance 1
  const inverse = 1 / Math.sqrt(1 + groupNormEpsilon);
  expectClose(
    layer.output.subarray(0, 8),
    [-1, -1, -1, -1, 1, 1, 1, 1].map((x) => x * inverse),
  );
  expectClose(layer.auxiliary!.group_mean.subarray(0, 1), [2]);
});

test('a group for each channel is instance normalisation', () => {
  const layer = norm(4);
  layer.input.set([1, 3, 10, 30, -1, 1, 7, 7]);
  layer.forward();
  // variances 1, 100, 1, 0
  const [a, b] = [1, 100].map((variance) => 1 / Math.sqrt(variance + groupNormEpsilon));
  expectClose(layer.output.subarray(0, 8), [-a, a, -10 * b, 10 * b, -a, a, 0, 0]);
});

test('an image does not look at the others, and training is as evaluation', () => {
  const layer = norm(2);
  fill(1, layer.input, layer.outputGradient);
  layer.forward();
  layer.backward();
  const [output, gradient] = [layer.output.slice(0, 8), layer.inputGradient.slice(0, 8)];
  layer.input.fill(3, 8);
  layer.mode.training = false;
  layer.forward();
  layer.backward();
  expect(layer.output.slice(0, 8)).toEqual(output);
  expect(layer.inputGradient.slice(0, 8)).toEqual(gradient);
  expect(layer.state).toEqual([]);
});

test('what all numbers of a group have in common has no gradient', () => {
  // x + a has the same normal numbers for any a, so Σ dL/dx over a group is 0.
  const layer = norm(2);
  fill(2, layer.input, layer.outputGradient, layer.parameters[0]);
  layer.forward();
  layer.backward();
  for (let group = 0; group < 4; group++) {
    const sum = layer.inputGradient.subarray(group * 4, group * 4 + 4).reduce((a, b) => a + b);
    expect(Math.abs(sum)).toBeLessThan(1e-13);
  }
});

test.each([
  [
    3,
    "Layer 'norm': its number of groups is 3, which does not divide the 4 channels that it reads; expected one of 1, 2, 4.",
  ],
  [
    8,
    "Layer 'norm': its number of groups is 8, which does not divide the 4 channels that it reads; expected one of 1, 2, 4.",
  ],
  [0, "Layer 'norm': its number of groups is 0; expected a whole number, 1 or more."],
  [1.5, "Layer 'norm': its number of groups is 1.5; expected a whole number, 1 or more."],
])('%p groups of four channels are refused', (groups, message) => {
  try {
    norm(groups);
  } catch (error) {
    expect(error).toBeInstanceOf(SpecError);
    expect(error).toMatchObject({ message, layer: 'norm', field: 'groups' });
    return;
  }
  throw new Error('There was no error.');
});
