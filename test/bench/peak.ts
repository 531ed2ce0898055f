import type { Kernels } from '../../src/engine/kernels';
import type { Runner } from './interleave';

/** A turn of the kernels' loop `peak`: 13 multiply-adds of two numbers each. */
const FLOPS_OF_TURN = 13 * 2 * 2;
const TURNS = 100_000;
/** So small that nothing overflows. */
const FACTOR = 1e-9;

/** Floating-point operations of one run of `peakOf`. */
export const PEAK_FLOPS = FLOPS_OF_TURN * TURNS;

/** The fastest that the machine can multiply and add in WebAssembly: a loop that never leaves the registers. */
export function peakOf(kernels: Kernels): Runner {
  const instance = new WebAssembly.Instance(kernels.module, { env: environment(kernels.module) });
  const peak = instance.exports.peak as ((turns: number, factor: number) => number) | undefined;
  if (!peak)
    throw new Error("The kernels export no function 'peak'; the bench measures the machine's peak by it.");
  return { run: () => peak(TURNS, FACTOR) };
}

/** The loop needs nothing of what the kernels import, but a module starts only with all of it. */
function environment(module: WebAssembly.Module): Record<string, WebAssembly.ImportValue> {
  const imports = WebAssembly.Module.imports(module).map(
    ({ name, kind }): [string, WebAssembly.ImportValue] => {
      if (kind === 'memory') return [name, new WebAssembly.Memory({ initial: 16 })];
      return [name, () => 0];
    },
  );
  return Object.fromEntries(imports);
}
