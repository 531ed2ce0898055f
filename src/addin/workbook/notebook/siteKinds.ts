import type { Site } from '../../../excel/read/site';
import { NAMES } from '../../../notebook/layout/outputs';

/** Cells that only steps write: velocities, second moments. */
export function isOptimiserMemory({ key }: Site): boolean {
  return key === 'velocities' || key === 'secondMoments';
}

/** How many steps were taken, in all and with the present optimiser. */
export function isCount({ key, block }: Site): boolean {
  return key === 'values' && (block.name === NAMES.step || block.name === NAMES.optimiserStep);
}
