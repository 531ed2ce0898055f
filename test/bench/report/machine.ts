import type { Options } from '../options';

/** Where it was measured, and how, in a few lines. */
export function machineLines({ machine, quick }: Options): string[] {
  const { processor, cores, system, runtime, load } = machine;
  return [
    `${runtime}, on ${processor}, ${cores} cores, ${system}; one thread. Load when it began: ${load.toFixed(1)}.` +
      (quick ? ' Fewer rounds than usual.' : ''),
  ];
}
