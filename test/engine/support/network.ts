import { softmax } from '../../../src/engine/losses/softmaxCrossEntropy';
import { compile, type Network } from '../../../src/engine/network';
import { Random } from '../../../src/engine/random';
import type { NetworkSpec } from '../../../src/engine/spec';
import { fill } from './fill';

/**
 * A network with random input, parameters, state and masks, and a random distribution for the target of each image.
 * Variances and standard deviations are from 0.5 to 1.5.
 */
export function randomNetwork(spec: NetworkSpec, batch: number, seed: number): Network {
  const network = compile(spec, batch);
  fill(seed, network.input, network.target, ...network.parameters.values());
  const units = network.target.length / batch;
  for (let n = 0; n < batch; n++) softmax(network.target, network.target, n * units, units);
  // Its own stream: with that of `fill` the mean of the first pixel would be that very pixel, and the difference exactly 0.
  const random = new Random(seed + 1);
  for (const [name, values] of network.state) {
    const isSpread = name.endsWith('deviation') || name.endsWith('variance');
    values.forEach((_value, i) => (values[i] = isSpread ? 0.5 + random.next() : random.normal()));
  }
  network.drawMasks(random);
  return network;
}

/** The buffer of that name. */
export function named(arrays: ReadonlyMap<string, Float64Array>, name: string): Float64Array {
  const array = arrays.get(name);
  if (!array) throw new Error(`No '${name}' among ${[...arrays.keys()].join(', ')}.`);
  return array;
}
