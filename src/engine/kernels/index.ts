// Kernels: the inner loops of networks as WebAssembly, loaded here. plan/ lays out a network in their memory,
// assembly/ holds the AssemblyScript and the generators of its unrolled tiles, network.ts makes a Network of
// both.
// Imports from src/engine: what compiles a plain network, whose layers run where there is no kernel.
import * as addresses from './assembly/kernels.asc';

/** How long to wait for the module, in ms. */
const LOAD_TIMEOUT = 5000;

/**
 * 'simd' runs wherever WebAssembly has SIMD. 'large' gives the same bits with more sums per loop round, which
 * only recent engines keep in registers.
 */
type Build = keyof typeof addresses;

/** The inner loops of networks, compiled to WebAssembly: one module for any number of networks. */
export interface Kernels {
  /** Name of the build, for reports. */
  readonly kind: string;
  readonly module: WebAssembly.Module;
}

/**
 * The fastest kernels that run here; undefined without WebAssembly SIMD, or where WebAssembly is forbidden.
 * All builds give the same bits on every machine.
 */
export async function loadKernels(): Promise<Kernels | undefined> {
  return (isRecentEngine() ? await kernelsOf('large') : undefined) ?? (await kernelsOf('simd'));
}

/** Undefined if that build does not run here or cannot be loaded. */
export async function kernelsOf(kind: Build): Promise<Kernels | undefined> {
  return kernelsAt(kind, addresses[kind]);
}

/**
 * Kernels from the build at an address; undefined if it cannot be loaded or needs instructions this machine
 * lacks.
 */
export async function kernelsAt(kind: string, address: string): Promise<Kernels | undefined> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(LOAD_TIMEOUT) });
    return response.ok
      ? { kind, module: await WebAssembly.compile(await response.arrayBuffer()) }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the engine is recent: it knows relaxed SIMD (which the kernels themselves do not use). */
function isRecentEngine(): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(RELAXED_SIMD_PROBE);
}

/** A WebAssembly module with one function, () → i8x16.relaxed_swizzle(splat 1, splat 2). */
const RELAXED_SIMD_PROBE = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 5, 1, 0x60, 0, 1, 0x7b],
  ...[3, 2, 1, 0],
  ...[10, 15, 1, 13, 0, 0x41, 1, 0xfd, 15, 0x41, 2, 0xfd, 15, 0xfd, 0x80, 2, 0x0b],
);
