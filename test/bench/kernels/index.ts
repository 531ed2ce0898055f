import { kernelsAt, type Kernels } from '../../../src/engine/kernels';
import * as addresses from './bench.asc';

/**
 * Kernels that fuse a product and a sum into one rounding where the machine can: the fastest there are, but their last bits
 * are the machine's, so that the add-in does not load them. Undefined where they do not run.
 */
export function fusedKernels(): Promise<Kernels | undefined> {
  return kernelsAt('relaxed', addresses.fused);
}

/** The add-in's kernels, with the loop that measures the peak. */
export function plainKernels(): Promise<Kernels | undefined> {
  return kernelsAt('large', addresses.plain);
}
