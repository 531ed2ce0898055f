// Losses: what the notebook knows of a kind is one file here, and one line in this table.
// Imports: engine, kinds/activations; of the notebook only the machinery's parts that know no kind.
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
