import { compile } from '../../src/engine/network';
import type { NetworkSpec } from '../../src/engine/spec';
import { named } from './support/network';

/** A pixel, doubled less 1, cut at 0, and weighed by 3. */
const tiny: NetworkSpec = {
  input: { channels: 1, height: 1, width: 1 },
  layers: [
    { type: 'conv2d', name: 'conv1', filters: 1, kernel: [1, 1], activation: 'relu' },
    { type: 'dense', name: 'dense', units: 1 },
  ],
  loss: 'sigmoidCrossEntropy',
};

function compileTiny() {
  const network = compile(tiny, 2);
  named(network.parameters, 'conv1.filters').set([2]);
  named(network.parameters, 'conv1.bias').set([-1]);
  named(network.parameters, 'dense.weights').set([3]);
  network.input.set([0.5, 2]);
  network.target.set([1, 0]);
  return network;
}

test('names every number that it computes', () => {
  const network = compileTiny();
  expect([...network.parameters.keys()]).toEqual([
    'conv1.filters',
    'conv1.bias',
    'dense.weights',
    'dense.bias',
  ]);
  expect([...network.gradients.keys()]).toEqual([...network.parameters.keys()]);
  expect([...network.activations.keys()].sort()).toEqual(['conv1', 'dense', 'logits', 'probabilities']);
  expect([...network.activationGradients.keys()].sort()).toEqual(['conv1', 'dense', 'input', 'logits']);
  expect(named(network.activations, 'logits')).toBe(named(network.activations, 'dense'));
});

test('computes a step by hand', () => {
  // image 1: 2·0.5 − 1 = 0, ReLU 0, logit 0, p = 1/2, a yes costs ln 2
  // image 2: 2·2 − 1 = 3, ReLU 3, logit 9, p = σ(9), a no costs log(1 + e^9)
  const network = compileTiny();
  const loss = network.forward();
  expect([...named(network.activations, 'conv1')]).toEqual([0, 3]);
  expect([...named(network.activations, 'logits')]).toEqual([0, 9]);
  const p = 1 / (1 + Math.exp(-9));
  expect(named(network.activations, 'probabilities')[1]).toBe(p);
  expect(loss).toBeCloseTo((Math.LN2 + Math.log(1 + Math.exp(9))) / 2, 14);

  // dL/d logits = (p − t)/2 = −1/4, p/2. Through the weight of 3 to the ReLU: −3/4, 3p/2; image 1 stands exactly
  // at 0, where nothing passes.
  network.backward();
  const gradient = (name: string): number[] => [...named(network.gradients, name)];
  const activationGradient = (name: string): number[] => [...named(network.activationGradients, name)];
  expect(activationGradient('logits')).toEqual([-0.25, p / 2]);
  expect(activationGradient('conv1')).toEqual([-0.75, (3 * p) / 2]);
  expect(activationGradient('input')).toEqual([0, 3 * p]);
  expect(gradient('dense.weights')).toEqual([(3 * p) / 2]);
  expect(gradient('dense.bias')).toEqual([-0.25 + p / 2]);
  expect(gradient('conv1.filters')).toEqual([3 * p]);
  expect(gradient('conv1.bias')).toEqual([(3 * p) / 2]);
});

test('a second step forgets the first', () => {
  const network = compileTiny();
  const read = (): number[][] =>
    [...network.gradients.values(), ...network.activationGradients.values()].map((a) => [...a]);
  network.forward();
  network.backward();
  const first = read();
  network.forward();
  network.backward();
  expect(read()).toEqual(first);
});

test('the mean of losses near the largest double is finite', () => {
  const network = compileTiny();
  network.input.fill(1e308);
  named(network.parameters, 'conv1.filters').set([1]);
  named(network.parameters, 'dense.weights').set([1]);
  network.target.fill(0);
  expect(network.forward()).toBe(1e308);
});

test.each([0, -1, 1.5, NaN])('refuses a batch size of %p', (batchSize) => {
  expect(() => compile(tiny, batchSize)).toThrow(
    `The network: its batch size is ${batchSize}; expected a whole number, 1 or more.`,
  );
});
