import { loadKernels, type Kernels } from '../engine/kernels';

let here: Kernels | undefined;

/**
 * Load the fast kernels, once, before the first notebook is opened; without them all works, slower. Their bits are those of
 * the page's formulas where these cancel: a filter that detects edges comes to exactly 0 on even ground, and on which side
 * of 0 a fused product would leave 1e-17 decides whether a ReLU lets a gradient pass.
 */
export async function openKernels(): Promise<void> {
  here ??= await loadKernels().catch(() => undefined);
}

/** Those that this thread has loaded. */
export function kernelsHere(): Kernels | undefined {
  return here;
}
