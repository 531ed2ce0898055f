import { softmax } from '../../../src/engine/losses/softmaxCrossEntropy';
import { compile, type Network } from '../../../src/engine/network';
import type { NetworkSpec } from '../../../src/engine/spec';
import { fill } from './fill';

/** A network with random input, parameters, and a random distribution for the target of each image. */
export function randomNetwork(spec: NetworkSpec, batch: number, seed: number): Network {
  const network = compile(spec, batch);
  fill(seed, network.input, network.target, ...network.parameters.values());
  const units = network.target.length / batch;
  for (let n = 0; n < batch; n++) softmax(network.target, network.target, n * units, units);
  return network;
}

/** The buffer of that name. */
export function named(arrays: ReadonlyMap<string, Float64Array>, name: string): Float64Array {
  const array = arrays.get(name);
  if (!array) throw new Error(`No '${name}' among ${[...arrays.keys()].join(', ')}.`);
  return array;
}

/**
 * On which side of its kinks a network stands after forward: which ReLUs are shut, which pixel wins each pool.
 */
export function branchOf(network: Network): string {
  const { spec, shapes, batchSize, activations } = network;
  return spec.layers
    .map((layer, index) => {
      const output = named(activations, layer.name);
      if ('activation' in layer && layer.activation === 'relu')
        return Array.from(output, (x) => +(x > 0)).join('');
      if (layer.type !== 'maxPool2d') return '';
      const input = index === 0 ? network.input : named(activations, spec.layers[index - 1].name);
      const { input: from, output: to, stride } = shapes[index];
      const winners: number[] = [];
      for (let plane = 0; plane < batchSize * from.channels; plane++) {
        for (let y = 0; y < to.height; y++) {
          for (let x = 0; x < to.width; x++) {
            const window: number[] = [];
            for (let i = 0; i < layer.size[0]; i++) {
              const start = (plane * from.height + y * stride + i) * from.width + x * stride;
              window.push(...input.subarray(start, start + layer.size[1]));
            }
            winners.push(window.indexOf(Math.max(...window)));
          }
        }
      }
      return winners.join('');
    })
    .join();
}
