import { loadKernels, type Kernels } from '../engine/kernels';

let here: Kernels | undefined;

/**
 * Load the fast kernels, once, before the first notebook is opened; without them all works, slower. Those with reproducible
 * bits, for a filter that detects edges cancels to exactly 0 on even ground: in the page, in its formulas, and in these kernels.
 * A fused product leaves 1e-17 of it, and on which side decides whether a ReLU lets a gradient pass.
 */
export async function openKernels(): Promise<void> {
  here ??= await loadKernels({ reproducible: true }).catch(() => undefined);
}

/** Those that this thread has loaded. */
export function kernelsHere(): Kernels | undefined {
  return here;
}
