import { loadKernels } from '../../../src/engine/kernels';
import { compile } from '../../../src/engine/network';
import { optimise } from '../../../src/engine/optimisers';
import type { NetworkSpec } from '../../../src/engine/spec';
import { allKinds, difference, pass, results, twins } from './support';

const spec: NetworkSpec = {
  input: { channels: 1, height: 12, width: 12 },
  layers: [
    { type: 'conv2d', name: 'conv1', filters: 5, kernel: [3, 3], padding: 'same', activation: 'relu' },
    { type: 'dropout', name: 'dropout', rate: 0.3 },
    { type: 'conv2d', name: 'conv2', filters: 6, kernel: [3, 3], activation: 'relu' },
    { type: 'maxPool2d', name: 'pool', size: [2, 2] },
    { type: 'flatten', name: 'flatten' },
    { type: 'dense', name: 'dense', units: 3 },
  ],
  loss: 'softmaxCrossEntropy',
};

const OPTIONS = {
  learningRate: 0.05,
  momentum: 0,
  beta1: 0,
  beta2: 0,
  decay: 0,
  epsilon: 0,
  weightDecay: 0.01,
};

test('an engine of today gets kernels with large rounds', async () => {
  await allKinds();
  expect((await loadKernels())!.kind).toBe('large');
});

test('twenty steps of SGD end at the same weights', async () => {
  for (const kernels of await allKinds()) {
    const { plain, fast } = twins(spec, 4, kernels, 1);
    for (let step = 1; step <= 20; step++) {
      for (const network of [plain, fast]) {
        network.forward();
        network.backward();
        const { parameters, gradients } = network;
        optimise(
          'SGD',
          { parameters, gradients, velocities: new Map(), secondMoments: new Map() },
          OPTIONS,
          step,
        );
      }
    }
    for (const [name, values] of plain.parameters)
      expect(difference(values, fast.parameters.get(name)!)).toBeLessThan(1e-12);
  }
});

test('with parameters of another network it does without kernels', async () => {
  const [, kernels] = await allKinds();
  const { plain } = twins(spec, 2, kernels, 3);
  const shared = compile(spec, 2, plain, kernels);
  shared.input.set(plain.input);
  shared.target.set(plain.target);
  plain.training = shared.training = false;
  expect(shared.parameters.get('conv1.filters')).toBe(plain.parameters.get('conv1.filters'));
  plain.parameters.get('conv1.filters')![4] += 1;
  expect(pass(shared)).toBe(pass(plain));
});

test('only the images that are asked for are revealed', async () => {
  const [, kernels] = await allKinds();
  const { plain, fast } = twins(spec, 3, kernels, 4);
  pass(plain);
  fast.forward();
  fast.backward();
  fast.reveal(1);
  for (const name of ['conv1', 'dropout', 'conv2', 'pool', 'flatten']) {
    for (const arrays of ['activations', 'activationGradients'] as const) {
      const [expected, found] = [plain[arrays].get(name)!, fast[arrays].get(name)!];
      const first = expected.length / 3;
      expect(difference(expected.subarray(0, first), found)).toBeLessThan(1e-12);
      // There is no room for others until they are asked for.
      expect(found).toHaveLength(first);
    }
  }
  fast.reveal(2);
  expect(fast.activations.get('conv1')).toHaveLength((plain.activations.get('conv1')!.length / 3) * 2);
  fast.reveal();
  for (const [name, expected] of results(plain))
    expect(difference(expected, results(fast).get(name)!)).toBeLessThan(1e-12);
});

test('gradients of parameters are of the kernels, not of what is revealed', async () => {
  const [, kernels] = await allKinds();
  const { fast } = twins(spec, 3, kernels, 5);
  fast.forward();
  fast.backward();
  const before = [...fast.gradients].map(([name, values]) => [name, values.slice()]);
  fast.reveal();
  expect([...fast.gradients]).toEqual(before);
});
