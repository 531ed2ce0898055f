import type { LossName } from '../../../engine/spec';
import type { LossExplainer } from './loss';
import { sigmoidCrossEntropy } from './sigmoidCrossEntropy';
import { softmaxCrossEntropy } from './softmaxCrossEntropy';
import { squaredError } from './squaredError';

/** Every loss: whoever adds one names it here and in the engine. */
export const lossExplainers: { [Name in LossName]: LossExplainer } = {
  sigmoidCrossEntropy,
  softmaxCrossEntropy,
  squaredError,
};
