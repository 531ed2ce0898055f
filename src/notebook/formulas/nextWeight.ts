import type { WeightCells } from '../kinds/optimisers/optimiserKind';
import { formula, type Formula, type Reference } from './formula';

/** The gradient plus weight decay · weight (L2), where there is weight decay. */
export function decayedGradient({ gradient, weight, weightDecay, decays }: WeightCells): Formula {
  return decays ? formula`${gradient}+${weightDecay}*${weight}` : [gradient];
}

/** `decayedGradient`, for use in a product. */
export function decayedFactor(cells: WeightCells): Formula {
  return cells.decays ? formula`(${decayedGradient(cells)})` : decayedGradient(cells);
}

/** v ← momentum · v + g, for use in a product. */
export function nextVelocity(cells: WeightCells): Formula {
  return formula`(${cells.momentum}*${cells.velocity}+${decayedGradient(cells)})`;
}

/** s ← keep · s + (1 − keep) · g². */
export function nextMeanSquare({ square }: WeightCells, keep: Reference, g: Formula): Formula {
  return formula`${keep}*${square}+(1-${keep})*${g}^2`;
}

/** The running mean of the gradient, corrected for its start at 0. */
export function correctedMean({ beta1, velocity, steps }: WeightCells, g: Formula): Formula {
  return formula`(${beta1}*${velocity}+(1-${beta1})*${g})/(1-${beta1}^(${steps}+1))`;
}

/** rate · v̂ / (√ŝ + ε): how far Adam goes. */
export function adamStep(cells: WeightCells, g: Formula): Formula {
  const { rate, beta2, epsilon, steps } = cells;
  const second = formula`(${nextMeanSquare(cells, beta2, g)})/(1-${beta2}^(${steps}+1))`;
  return formula`${rate}*${correctedMean(cells, g)}/(SQRT(${second})+${epsilon})`;
}
