import * as addresses from './assembly/kernels.asc';

/** So long the module may take to come, in milliseconds. */
const PATIENCE = 5000;

/**
 * 'simd' runs wherever WebAssembly has SIMD. 'large' makes the same bits, with more sums in a round, which only
 * engines of today keep in registers. 'relaxed' fuses a product and a sum into one rounding where the machine can, so its last bits are the machine's.
 */
type Kind = 'relaxed' | 'large' | 'simd';

/** The inner loops of networks, compiled to WebAssembly: one module for any number of networks. */
export interface Kernels {
  readonly kind: Kind;
  readonly module: WebAssembly.Module;
}

/**
 * The fastest kernels that run here; undefined where there is no WebAssembly with SIMD, or it is forbidden.
 *
 * @param options.reproducible only such as make the same bits on every machine
 */
export async function loadKernels({ reproducible = false } = {}): Promise<Kernels | undefined> {
  // An engine that knows relaxed SIMD is one of today.
  const isOfToday = typeof WebAssembly === 'object' && WebAssembly.validate(RELAXED);
  const kinds: Kind[] = isOfToday ? [reproducible ? 'large' : 'relaxed', 'simd'] : ['simd'];
  for (const kind of kinds) {
    const kernels = await kernelsOf(kind);
    if (kernels) return kernels;
  }
  return undefined;
}

/** Undefined where that kind does not run, or cannot be had. */
export async function kernelsOf(kind: Kind): Promise<Kernels | undefined> {
  const module = await compiled(addresses[kind]);
  return module && { kind, module };
}

/** A module of one function, () → i8x16.relaxed_swizzle(splat 1, splat 2). */
const RELAXED = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 5, 1, 0x60, 0, 1, 0x7b],
  ...[3, 2, 1, 0],
  ...[10, 15, 1, 13, 0, 0x41, 1, 0xfd, 15, 0x41, 2, 0xfd, 15, 0xfd, 0x80, 2, 0x0b],
);

/** Undefined when the module cannot be had or uses what this machine does not know. */
async function compiled(address: string): Promise<WebAssembly.Module | undefined> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    return response.ok ? await WebAssembly.compile(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}
