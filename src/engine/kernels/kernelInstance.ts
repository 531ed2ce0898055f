import type { Kernels } from '.';

/** What the modules export; addresses of records and arrays are bytes. See assembly/ for each. */
export interface KernelExports {
  convForward(conv: number, images: number): void;
  convBackward(conv: number, images: number): void;
  blocksBackward(conv: number, blocks: number, images: number): void;
  patchesBackward(conv: number, winners: number, images: number): void;
  denseForward(dense: number, images: number): void;
  denseBackward(dense: number, images: number): void;
  copyPlanes(from: number, to: number, images: number, channels: number, height: number, width: number): void;
  descend(weights: number, gradients: number, count: number, rate: number, decay: number): void;
}

const instances = new WeakMap<ArrayBufferLike, KernelExports>();

/** The kernels at work in a memory. */
export function instantiate({ module }: Kernels, memory: WebAssembly.Memory): KernelExports {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const kernels = exports as unknown as KernelExports;
  instances.set(memory.buffer, kernels);
  return kernels;
}

/** The kernels that can work on both arrays, if they stand in the memory of some. */
export function kernelsFor(one: Float64Array, other: Float64Array): KernelExports | undefined {
  return one.buffer === other.buffer ? instances.get(one.buffer) : undefined;
}
