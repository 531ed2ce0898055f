import { GradientCheck } from '../../../src/engine/gradientCheck';
import type { LayerSpec, NetworkSpec } from '../../../src/engine/spec';
import { named, randomNetwork } from '../support/network';

/** What the check says of one number of a random network. */
function checked(
  spec: NetworkSpec,
  batch: number,
  seed: number,
  tensor: string,
  index: number,
  training = true,
) {
  const network = randomNetwork(spec, batch, seed);
  network.training = training;
  network.forward();
  network.backward();
  const analytic = named(network.gradients, tensor)[index];
  return {
    analytic,
    check: new GradientCheck(network),
    found: new GradientCheck(network).check(tensor, index, analytic),
  };
}

// What they have in common: a bias in training before a batch norm, whose mean takes it out. Its gradient is 0, and what
// backpropagation gives is the rounding of a sum that cancels.
test.each<[string, NetworkSpec, number, number, number]>([
  [
    'a hidden layer behind a convolution',
    {
      input: { channels: 2, height: 4, width: 6 },
      layers: [
        {
          ...{ type: 'conv2d', name: 'conv1', filters: 1, kernel: [4, 1] },
          ...{ stride: 2, padding: 'valid', dilation: 1, activation: 'sigmoid' },
        },
        { type: 'flatten', name: 'flatten' },
        { type: 'dense', name: 'hidden', units: 1, activation: 'relu' },
        { type: 'batchNorm', name: 'norm', activation: 'relu' },
        { type: 'dense', name: 'dense', units: 3, activation: 'none' },
      ],
      loss: 'squaredError',
    },
    2,
    86607450,
    0,
  ],
  [
    'a hidden layer behind another normalisation and a global average pool',
    {
      input: { channels: 3, height: 3, width: 6 },
      layers: [
        { type: 'batchNorm', name: 'norm1', activation: 'softmax' },
        { type: 'globalAveragePool', name: 'gap' },
        { type: 'dense', name: 'hidden', units: 2, activation: 'none' },
        { type: 'batchNorm', name: 'norm', activation: 'none' },
        { type: 'dense', name: 'dense', units: 3, activation: 'none' },
      ],
      loss: 'sigmoidCrossEntropy',
    },
    2,
    1523632316,
    0,
  ],
  [
    'a hidden layer behind a pool and a dilated convolution',
    {
      input: { channels: 1, height: 6, width: 7 },
      layers: [
        { type: 'averagePool2d', name: 'average1', size: [1, 1], stride: 2 },
        {
          ...{ type: 'conv2d', name: 'conv2', filters: 1, kernel: [4, 4] },
          ...{ stride: 2, padding: 'same', dilation: 2, activation: 'sigmoid' },
        },
        { type: 'flatten', name: 'flatten' },
        { type: 'dense', name: 'hidden', units: 3, activation: 'relu' },
        { type: 'batchNorm', name: 'norm', activation: 'relu' },
        { type: 'dense', name: 'dense', units: 2, activation: 'none' },
      ],
      loss: 'softmaxCrossEntropy',
    },
    3,
    684683399,
    1,
  ],
])('a bias that a batch norm takes out agrees: %s', (_where, spec, batch, seed, index) => {
  const { found, check, analytic } = checked(spec, batch, seed, 'hidden.bias', index);
  expect(Math.abs(analytic)).toBeLessThan(1e-11);
  expect(found).toMatchObject({ verdict: 'agrees', cancelledBy: 'norm' });
  // A wrong one is found out all the same.
  expect(check.check('hidden.bias', index, 1e-6).verdict).toBe('differs');
});

describe('what is cancelled is told with the layer that takes it out', () => {
  const behind = (...layers: LayerSpec[]): NetworkSpec => ({
    input: { channels: 1, height: 4, width: 4 },
    layers: [
      { type: 'conv2d', name: 'conv', filters: 2, kernel: [2, 2] },
      ...layers,
      { type: 'flatten', name: 'flatten' },
      { type: 'dense', name: 'dense', units: 2 },
    ],
    loss: 'squaredError',
  });

  test('a bias before a batch norm in training, not in evaluation, and not a weight', () => {
    const spec = behind({ type: 'batchNorm', name: 'norm' });
    expect(checked(spec, 3, 1, 'conv.bias', 0).found.cancelledBy).toBe('norm');
    expect(checked(spec, 3, 1, 'conv.bias', 0, false).found.cancelledBy).toBeUndefined();
    expect(checked(spec, 3, 1, 'conv.filters', 0).found.cancelledBy).toBeUndefined();
  });

  test('a bias before a group norm with a group for each channel, in both modes, but not with one group', () => {
    const spec = (groups: number) => behind({ type: 'groupNorm', name: 'norm', groups });
    expect(checked(spec(2), 3, 1, 'conv.bias', 0).found.cancelledBy).toBe('norm');
    expect(checked(spec(2), 3, 1, 'conv.bias', 0, false).found.cancelledBy).toBe('norm');
    // There it moves its own channel against the other.
    expect(checked(spec(1), 3, 1, 'conv.bias', 0).found.cancelledBy).toBeUndefined();
  });

  test('no gradient for another reason is not put down to it', () => {
    // Behind a dead ReLU nothing flows back, normalisation or not.
    const spec = behind({ type: 'batchNorm', name: 'norm' });
    const dead = { ...spec, layers: spec.layers.map((layer) => ({ ...layer })) };
    Object.assign(dead.layers[0], { activation: 'relu' });
    const network = randomNetwork(dead, 3, 1);
    named(network.parameters, 'conv.bias').fill(-100);
    network.forward();
    network.backward();
    const found = new GradientCheck(network).check('conv.bias', 0, 0);
    expect(found).toMatchObject({ verdict: 'agrees', analytic: 0, numeric: 0 });
    expect(found.cancelledBy).toBeUndefined();
  });
});
