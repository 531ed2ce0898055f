import type { Kernels } from '.';

/** The exports of the kernel module; addresses of records and arrays are in bytes. See assembly/ for each. */
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

/** An instance of the kernels over a memory. */
export function instantiate({ module }: Kernels, memory: WebAssembly.Memory): KernelExports {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const kernels = exports as unknown as KernelExports;
  instances.set(memory.buffer, kernels);
  return kernels;
}

/** The kernels whose memory holds both arrays, if there are any. */
export function kernelsFor(one: Float64Array, other: Float64Array): KernelExports | undefined {
  return one.buffer === other.buffer ? instances.get(one.buffer) : undefined;
}
