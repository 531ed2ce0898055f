import fc from 'fast-check';
import { activationOf } from '../../src/engine/layers';
import type { LayerSpec } from '../../src/engine/spec';
import { anyNetwork, anySeed } from './support/arbitraries';
import { named, randomNetwork } from './support/network';

const anyNonFinite = fc.constantFrom(NaN, Infinity, -Infinity);

test('a NaN in any bias reaches the loss', () => {
  fc.assert(
    fc.property(anyNetwork, anySeed, fc.nat(), (spec, seed, pick) => {
      fc.pre(spec.layers.every(readsItsInput));
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
      fc.pre(activationOf(spec.layers[spec.layers.length - 1]) === 'none');
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
      // In training batchNorm has the images of a batch look at each other.
      network.training = false;
      network.forward();
      const loss = network.losses[1];
      network.input.fill(NaN, 0, network.input.length / 2);
      network.forward();
      expect(network.losses[1]).toBe(loss);
    }),
  );
});

/** A kernel no larger than the padding, or one with gaps, may see nothing but zeros, or step over the map. */
function readsItsInput(layer: LayerSpec): boolean {
  if (layer.type !== 'conv2d' && layer.type !== 'depthwiseConv2d') return true;
  if (layer.padding === 'valid') return true;
  if ((layer.dilation ?? 1) > 1) return false;
  return typeof layer.padding !== 'number' || layer.padding < Math.min(...layer.kernel);
}
