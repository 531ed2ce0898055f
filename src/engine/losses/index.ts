// Losses: how far the outputs of a network are from their targets. One kind, one file, and one line in the table here.
// Imports from src/engine: activations.
import type { Activation } from '../activations';
import type { Loss } from './loss';
import { sigmoidCrossEntropy } from './sigmoidCrossEntropy';
import { softmaxCrossEntropy } from './softmaxCrossEntropy';
import { squaredError } from './squaredError';

/** Every loss. To add one, write its file and name it here; nothing else in the engine changes. */
const table = {
  sigmoidCrossEntropy,
  softmaxCrossEntropy,
  squaredError,
};

/**
 * 'sigmoidCrossEntropy': every unit is an independent yes/no. 'softmaxCrossEntropy': the units are mutually
 * exclusive classes. Both take logits. 'squaredError': the units are quantities, compared directly.
 */
export type LossName = keyof typeof table;

export const lossFor: { readonly [Name in LossName]: Loss } = table;

/** The loss that applies this activation itself; undefined if there is none, and for 'none'. */
export function lossApplying(activation: Activation): LossName | undefined {
  const names = Object.keys(table) as LossName[];
  return names.find((name) => activation !== 'none' && lossFor[name].applies === activation);
}
