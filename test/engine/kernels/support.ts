import v8 from 'node:v8';
import { kernelsOf, type Kernels } from '../../../src/engine/kernels';
import { compile, type Network } from '../../../src/engine/network';
import type { NamedArrays } from '../../../src/engine/namedArrays';
import { Random } from '../../../src/engine/random';
import type { NetworkSpec } from '../../../src/engine/spec';
import { fusedKernels } from '../../bench/kernels';

/** Node 20 knows relaxed SIMD, but only where it is asked for. */
v8.setFlagsFromString('--experimental-wasm-relaxed-simd');

/** All kinds of kernels: simd, large, and the fused ones that only the bench loads. */
export async function allKinds(): Promise<Kernels[]> {
  const kernels = [await kernelsOf('simd'), await kernelsOf('large'), await fusedKernels()];
  if (kernels.some((each) => !each)) throw new Error('This Node runs no WebAssembly SIMD.');
  return kernels as Kernels[];
}

/** The same network with kernels and without, both with numbers of the seed in all that a caller fills. */
export function twins(spec: NetworkSpec, batch: number, kernels: Kernels, seed: number) {
  const plain = compile(spec, batch);
  const fast = compile(spec, batch, undefined, kernels);
  const random = new Random(seed);
  for (const values of plain.parameters.values()) fill(values, () => random.normal() / 2);
  fill(plain.input, () => random.next());
  const units = plain.target.length / batch;
  for (let n = 0; n < batch; n++) plain.target[n * units + random.integer(units)] = 1;
  copy(plain, fast);
  return { plain, fast };
}

/** All that a caller fills, from one network into another. */
export function copy(from: Network, to: Network): void {
  to.input.set(from.input);
  to.target.set(from.target);
  for (const arrays of ['parameters', 'state', 'auxiliary'] as const)
    for (const [name, values] of from[arrays]) to[arrays].get(name)!.set(values);
  to.training = from.training;
}

/** Forward and backward, and everything visible. */
export function pass(network: Network): number {
  const loss = network.forward();
  network.backward();
  network.reveal();
  return loss;
}

/** Every array that a pass fills, by what it is. */
export function results(network: Network): Map<string, Float64Array> {
  const named = (word: string, arrays: NamedArrays) =>
    [...arrays].map(([name, values]): [string, Float64Array] => [`${word} ${name}`, values]);
  return new Map([
    ['losses', network.losses],
    ...named('gradient of', network.gradients),
    ...named('activations', network.activations),
    ...named('activation gradients', network.activationGradients),
    ...named('auxiliary', network.auxiliary),
  ]);
}

/**
 * The largest difference of two arrays, relative to the largest number of the first, or to 1 where all are smaller: some are
 * sums of numbers about 1 that cancel, such as the gradient of a bias before a batch norm.
 */
export function difference(expected: Float64Array, found: Float64Array): number {
  let worst = 0;
  let scale = 1;
  for (let i = 0; i < expected.length; i++) {
    worst = Math.max(worst, Math.abs(expected[i] - found[i]));
    scale = Math.max(scale, Math.abs(expected[i]));
  }
  return worst / scale;
}

function fill(values: Float64Array, next: () => number): void {
  for (let i = 0; i < values.length; i++) values[i] = next();
}
