import fc from 'fast-check';
import type { Network } from '../../src/engine/network';
import type { NetworkSpec } from '../../src/engine/spec';
import { anyBatch, anyNetwork, anySeed } from './support/arbitraries';
import { branchOf } from './support/branch';
import { expectGradient } from './support/differences';
import { named, randomNetwork } from './support/network';

/** Any network with random numbers, after both passes; undefined where differences would say little. */
function passed(spec: NetworkSpec, batch: number, seed: number, training: boolean): Network | undefined {
  const network = randomNetwork(spec, batch, seed);
  network.training = training;
  network.forward();
  if (!isSmooth(network)) return undefined;
  network.backward();
  return network;
}

/** Compares every parameter and every pixel. Returns how many there are, and of how many there was a derivative. */
function compareAll(network: Network): { numbers: number; compared: number } {
  const pairs = [...network.parameters].map(([name, values]) => [values, named(network.gradients, name)]);
  pairs.push([network.input, named(network.activationGradients, 'input')]);
  let [numbers, compared] = [0, 0];
  for (const [values, gradient] of pairs) {
    numbers += values.length;
    compared += expectGradient(
      values,
      gradient,
      () => network.forward(),
      () => branchOf(network),
    );
  }
  return { numbers, compared };
}

/** Once, the mean of each channel was drawn to be its only pixel: a variance of 0 where a small step does change the loss. */
const meanPixels: NetworkSpec = {
  input: { channels: 2, height: 1, width: 1 },
  layers: [
    { type: 'inputNorm', name: 'scaled1' },
    { type: 'groupNorm', name: 'groups2', groups: 1 },
    { type: 'flatten', name: 'flatten' },
    { type: 'dense', name: 'dense', units: 1 },
  ],
  loss: 'sigmoidCrossEntropy',
};

describe.each([true, false])('any network, training %p', (training) => {
  test('backward is the derivative of the loss, by every parameter and every pixel', () => {
    fc.assert(
      fc.property(anyNetwork, anyBatch, anySeed, (spec, batch, seed) => {
        const network = passed(spec, batch, seed, training);
        fc.pre(network !== undefined);
        compareAll(network!);
      }),
      { numRuns: 150, examples: [[meanPixels, 1, 0]] },
    );
  });

  test('hardly any number stands too near to a kink to be compared', () => {
    // Always the same networks: this is a share, and a share is off by chance now and then.
    const networks = fc.sample(fc.tuple(anyNetwork, anyBatch, anySeed), { numRuns: 50, seed: 1 });
    let [all, some] = [0, 0];
    for (const [spec, batch, seed] of networks) {
      const network = passed(spec, batch, seed, training);
      if (!network) continue;
      const { numbers, compared } = compareAll(network);
      all += numbers;
      some += compared;
    }
    expect(some).toBeGreaterThan(0.98 * all);
  });
});

/**
 * Where a channel of a batch, or a group of channels, hardly varies, a normalisation bends so sharply that differences say
 * little. If it does not vary at all (all its ReLUs are shut, say) a small step changes nothing, but for the rounding.
 */
function isSmooth(network: Network): boolean {
  return [...network.auxiliary]
    .filter(([name]) => name.endsWith('_variance'))
    .every(([, variances]) => variances.every((variance) => variance > 0.05 || variance < 1e-25));
}
