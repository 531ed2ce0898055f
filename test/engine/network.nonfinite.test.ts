import fc from 'fast-check';
import { anyNetwork, anySeed } from './support/arbitraries';
import { named, randomNetwork } from './support/network';

const anyNonFinite = fc.constantFrom(NaN, Infinity, -Infinity);

test('a NaN in any bias reaches the loss', () => {
  fc.assert(
    fc.property(anyNetwork, anySeed, fc.nat(), (spec, seed, pick) => {
      const network = randomNetwork(spec, 2, seed);
      const biases = [...network.parameters].filter(([name]) => name.endsWith('.bias'));
      biases[pick % biases.length][1].fill(NaN);
      expect(network.forward()).toBeNaN();
    }),
  );
});

test('what is not finite in the weights of the last layer is found at the loss, and in the gradients', () => {
  fc.assert(
    fc.property(anyNetwork, anySeed, anyNonFinite, (spec, seed, value) => {
      const network = randomNetwork(spec, 1, seed);
      named(network.parameters, 'dense.weights')[0] = value;
      expect(Number.isFinite(network.forward())).toBe(false);
      network.backward();
      const gradients = [...network.activationGradients.values()].flatMap((gradient) => [...gradient]);
      expect(gradients.every(Number.isFinite)).toBe(false);
    }),
  );
});

test('a NaN image leaves the losses of the others alone', () => {
  fc.assert(
    fc.property(anyNetwork, anySeed, (spec, seed) => {
      const network = randomNetwork(spec, 2, seed);
      network.forward();
      const loss = network.losses[1];
      network.input.fill(NaN, 0, network.input.length / 2);
      network.forward();
      expect(network.losses[1]).toBe(loss);
    }),
  );
});
