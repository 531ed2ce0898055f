// Kernels: the inner loops of networks as WebAssembly. Here they are loaded; plan/ lays a network out in their memory,
// assembly/ is their AssemblyScript and the generators of its unrolled tiles, network.ts makes a Network of all that.
// Imports from src/engine: whatever compiles a plain network, whose layers run where the kernels have none.
import * as addresses from './assembly/kernels.asc';

/** How long to wait for the module, in milliseconds. */
const PATIENCE = 5000;

/**
 * 'simd' runs wherever WebAssembly has SIMD. 'large' makes the same bits, with more sums in a round, which only
 * engines of today keep in registers.
 */
type Kind = keyof typeof addresses;

/** The inner loops of networks, compiled to WebAssembly: one module for any number of networks. */
export interface Kernels {
  /** Of which build the module is, for who reports it. */
  readonly kind: string;
  readonly module: WebAssembly.Module;
}

/**
 * The fastest kernels that run here; undefined where there is no WebAssembly with SIMD, or it is forbidden. All of them make
 * the same bits on every machine.
 */
export async function loadKernels(): Promise<Kernels | undefined> {
  return (isEngineOfToday() ? await kernelsOf('large') : undefined) ?? (await kernelsOf('simd'));
}

/** Undefined where that kind does not run, or cannot be had. */
export async function kernelsOf(kind: Kind): Promise<Kernels | undefined> {
  return kernelsAt(kind, addresses[kind]);
}

/** Kernels of somebody's own build; undefined when the module cannot be had or uses what this machine does not know. */
export async function kernelsAt(kind: string, address: string): Promise<Kernels | undefined> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    return response.ok
      ? { kind, module: await WebAssembly.compile(await response.arrayBuffer()) }
      : undefined;
  } catch {
    return undefined;
  }
}

/** An engine that knows relaxed SIMD, of which nothing is used, is one of today. */
function isEngineOfToday(): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(RELAXED);
}

/** A module of one function, () → i8x16.relaxed_swizzle(splat 1, splat 2). */
const RELAXED = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 5, 1, 0x60, 0, 1, 0x7b],
  ...[3, 2, 1, 0],
  ...[10, 15, 1, 13, 0, 0x41, 1, 0xfd, 15, 0x41, 2, 0xfd, 15, 0xfd, 0x80, 2, 0x0b],
);
