// Losses: how far the outputs of a network are from their targets. One kind, one file, and one line in the table here.
// Imports from src/engine: activations.
import type { Activation } from '../activations';
import type { Loss } from './loss';
import { sigmoidCrossEntropy } from './sigmoidCrossEntropy';
import { softmaxCrossEntropy } from './softmaxCrossEntropy';
import { squaredError } from './squaredError';

/** Every loss: whoever adds one names it here, and nowhere else in the engine. */
const table = {
  sigmoidCrossEntropy,
  softmaxCrossEntropy,
  squaredError,
};

/**
 * 'sigmoidCrossEntropy': every unit is a yes or no of its own. 'softmaxCrossEntropy': the units are classes of
 * which one holds. Both take logits. 'squaredError': the units are quantities, and are compared as they are.
 */
export type LossName = keyof typeof table;

export const lossFor: { readonly [Name in LossName]: Loss } = table;

/** The loss that applies an activation itself, if there is one; none applies 'none'. */
export function lossApplying(activation: Activation): LossName | undefined {
  const names = Object.keys(table) as LossName[];
  return names.find((name) => activation !== 'none' && lossFor[name].applies === activation);
}
