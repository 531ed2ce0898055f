// Losses: one file here for each kind, and one line in this table.
// Imports: engine, kinds/activations; of the notebook only the shared parts that know no particular kind.
import type { LossName } from '../../../engine/spec';
import type { LossKind } from './lossKind';
import { sigmoidCrossEntropy } from './sigmoidCrossEntropy';
import { softmaxCrossEntropy } from './softmaxCrossEntropy';
import { squaredError } from './squaredError';

/** Every loss, in the order in which the model table offers them. */
export const lossKinds: { readonly [Name in LossName]: LossKind } = {
  softmaxCrossEntropy,
  sigmoidCrossEntropy,
  squaredError,
};
