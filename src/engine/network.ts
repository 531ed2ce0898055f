// The engine: networks over Float64Arrays, forward and backward, and their optimisers. It knows no cell, no
// Excel and no DOM, and imports nothing from other rooms. This file compiles a network.
import type { Kernels } from './kernels';
import { compileWithKernels } from './kernels/network';
import type { Network, Shared } from './networkTypes';
import { compilePlain } from './plainNetwork';
import type { NetworkSpec } from './spec';

export type { Network, Shared } from './networkTypes';

/**
 * Allocates every buffer of a network for batches of one size; after that no pass allocates anything.
 *
 * @param shared parameters and state to use instead of allocating the network's own, so that networks for
 *   different batch sizes share their weights
 * @param kernels to compute with where possible, which is only without `shared`; the results equal those of
 *   the plain network up to the last bits
 * @throws SpecError if the spec is not a valid network
 * @throws RangeError if a shared array is missing or has the wrong length
 */
export function compile(spec: NetworkSpec, batchSize: number, shared?: Shared, kernels?: Kernels): Network {
  const network = kernels && !shared ? compileWithKernels(spec, batchSize, kernels) : undefined;
  return network ?? compilePlain(spec, batchSize, shared);
}
