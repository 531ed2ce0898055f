import { relaxed, simd } from './assembly/kernels.asc';

/** So long the module may take to come, in milliseconds. */
const PATIENCE = 5000;

/** The inner loops of networks, compiled to WebAssembly: one module for any number of networks. */
export interface Kernels {
  /** 'relaxed' fuses a product and a sum into one rounding where the machine can, so its last bits are the machine's. */
  readonly kind: 'relaxed' | 'simd';
  readonly module: WebAssembly.Module;
}

/**
 * The fastest kernels that run here; undefined where there is no WebAssembly with SIMD, or it is forbidden.
 *
 * @param options.reproducible only such as make the same bits on every machine
 */
export async function loadKernels({ reproducible = false } = {}): Promise<Kernels | undefined> {
  const kinds = reproducible ? (['simd'] as const) : (['relaxed', 'simd'] as const);
  for (const kind of kinds) {
    const module = await compiled(kind === 'simd' ? simd : relaxed);
    if (module) return { kind, module };
  }
  return undefined;
}

/** Undefined when the module cannot be had or uses what this machine does not know. */
async function compiled(address: string): Promise<WebAssembly.Module | undefined> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    return response.ok ? await WebAssembly.compile(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}
