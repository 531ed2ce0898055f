// The engine: networks over Float64Arrays, forward and backward, and what trains them. It knows no cell, no Excel and no DOM,
// and imports nothing from other rooms. Here a network is compiled.
import type { Kernels } from './kernels';
import { compileWithKernels } from './kernels/network';
import type { Network, Shared } from './networkTypes';
import { compilePlain } from './plainNetwork';
import type { NetworkSpec } from './spec';

export type { Network, Shared } from './networkTypes';

/**
 * Allocates every buffer of a network for batches of one size; after that no pass allocates anything. Throws a
 * SpecError if the network cannot be.
 *
 * @param shared parameters and state to use as they are, instead of the network's own: so that networks for batches
 *   of several sizes are one network. Throws a RangeError if one is missing or of the wrong length.
 * @param kernels to compute with where they can, which is only over the network's own arrays; the numbers are those of the plain network but for their last bits
 */
export function compile(spec: NetworkSpec, batchSize: number, shared?: Shared, kernels?: Kernels): Network {
  const network = kernels && !shared ? compileWithKernels(spec, batchSize, kernels) : undefined;
  return network ?? compilePlain(spec, batchSize, shared);
}
