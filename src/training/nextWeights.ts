import { optimisers, type Memory, type OptimiserName, type OptimiserOptions } from '../engine/optimisers';

/**
 * What the next step of an optimiser makes of weights, none of which are changed.
 * @param t the number of that step, from 1
 */
export function nextWeights(
  name: OptimiserName,
  weights: Float64Array,
  gradient: Float64Array,
  memory: Readonly<Record<Memory, Float64Array>>,
  options: OptimiserOptions,
  t: number,
): Float64Array {
  const next = weights.slice();
  const copies = { velocities: memory.velocities.slice(), secondMoments: memory.secondMoments.slice() };
  optimisers[name].step(next, gradient, copies, options, t);
  return next;
}
