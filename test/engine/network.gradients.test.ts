import fc from 'fast-check';
import { anyBatch, anyNetwork, anySeed } from './support/arbitraries';
import { expectGradient } from './support/differences';
import { branchOf, named, randomNetwork } from './support/network';

test('any network: backward is the derivative of the loss, by every parameter and every pixel', () => {
  let numbers = 0;
  let compared = 0;
  fc.assert(
    fc.property(anyNetwork, anyBatch, anySeed, (spec, batch, seed) => {
      const network = randomNetwork(spec, batch, seed);
      const loss = (): number => network.forward();
      const branch = (): string => branchOf(network);
      network.forward();
      network.backward();
      const pairs = [...network.parameters].map(([name, values]) => [values, named(network.gradients, name)]);
      pairs.push([network.input, named(network.activationGradients, 'input')]);
      for (const [values, gradient] of pairs) {
        numbers += values.length;
        compared += expectGradient(values, gradient, loss, branch);
      }
    }),
    { numRuns: 150 },
  );
  expect(compared).toBeGreaterThan(0.99 * numbers);
});
