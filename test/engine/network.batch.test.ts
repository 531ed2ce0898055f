import fc from 'fast-check';
import { compile, type Network } from '../../src/engine/network';
import { anyBatch, anyNetwork, anySeed } from './support/arbitraries';
import { named, randomNetwork } from './support/network';

// Not in training, where batchNorm has the images of a batch look at each other.
test('a batch computes what its images compute one at a time, and the gradient is their mean', () => {
  fc.assert(
    fc.property(anyNetwork, anyBatch, anySeed, (spec, batch, seed) => {
      const network = randomNetwork(spec, batch, seed);
      network.training = false;
      const loss = network.forward();
      network.backward();
      const single = compile(spec, 1, network);
      single.training = false;

      const sums = new Map(
        [...network.gradients].map(([name, { length }]) => [name, new Float64Array(length)]),
      );
      let lossSum = 0;
      for (let n = 0; n < batch; n++) {
        single.input.set(part(network.input, n, batch));
        single.target.set(part(network.target, n, batch));
        lossSum += single.forward();
        single.backward();
        expectSameImage(network, n, single);
        for (const [name, sum] of sums)
          named(single.gradients, name).forEach((value, i) => (sum[i] += value));
      }

      expect(loss).toBeCloseTo(lossSum / batch, 10);
      for (const [name, sum] of sums) {
        const gradient = named(network.gradients, name);
        sum.forEach((value, i) => expectClose(gradient[i], value / batch));
      }
    }),
  );
});

function expectSameImage(network: Network, n: number, single: Network): void {
  const batch = network.batchSize;
  expect(network.losses[n]).toBe(single.losses[0]);
  for (const [name, values] of single.activations) {
    expect(part(named(network.activations, name), n, batch)).toEqual(values);
  }
  for (const [name, values] of single.activationGradients) {
    const ofImage = part(named(network.activationGradients, name), n, batch);
    values.forEach((value, i) => expectClose(ofImage[i], value / batch));
  }
}

/** The part of a batch that belongs to image n. */
function part(values: Float64Array, n: number, batch: number): Float64Array {
  const size = values.length / batch;
  return values.slice(n * size, (n + 1) * size);
}

/** Equal but for the rounding of some hundred additions. */
function expectClose(found: number, expected: number): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-10 * Math.max(1, Math.abs(expected)));
}
