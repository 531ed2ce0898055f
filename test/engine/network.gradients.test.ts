import fc from 'fast-check';
import type { Network } from '../../src/engine/network';
import { anyBatch, anyNetwork, anySeed } from './support/arbitraries';
import { branchOf } from './support/branch';
import { expectGradient } from './support/differences';
import { named, randomNetwork } from './support/network';

test.each([true, false])(
  'any network, training %p: backward is the derivative of the loss, by every parameter and every pixel',
  (training) => {
    let numbers = 0;
    let compared = 0;
    fc.assert(
      fc.property(anyNetwork, anyBatch, anySeed, (spec, batch, seed) => {
        const network = randomNetwork(spec, batch, seed);
        network.training = training;
        const loss = (): number => network.forward();
        const branch = (): string => branchOf(network);
        network.forward();
        fc.pre(isSmooth(network));
        network.backward();
        const pairs = [...network.parameters].map(([name, values]) => [
          values,
          named(network.gradients, name),
        ]);
        pairs.push([network.input, named(network.activationGradients, 'input')]);
        for (const [values, gradient] of pairs) {
          numbers += values.length;
          compared += expectGradient(values, gradient, loss, branch);
        }
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(0.98 * numbers);
  },
);

/**
 * Where a channel of a batch hardly varies, batchNorm bends so sharply that differences say little. If it does not
 * vary at all (all its ReLUs are shut, say) a small step changes nothing, but for the rounding.
 */
function isSmooth(network: Network): boolean {
  return [...network.auxiliary]
    .filter(([name]) => name.endsWith('.batch_variance'))
    .every(([, variances]) => variances.every((variance) => variance > 0.05 || variance < 1e-25));
}
