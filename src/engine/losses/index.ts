import type { LossName } from '../spec';
import type { Loss } from './loss';
import { sigmoidCrossEntropy } from './sigmoidCrossEntropy';
import { softmaxCrossEntropy } from './softmaxCrossEntropy';
import { squaredError } from './squaredError';

/** Every loss: whoever adds one names it here and in `LossName`. */
export const lossFor: { [Name in LossName]: Loss } = {
  sigmoidCrossEntropy,
  softmaxCrossEntropy,
  squaredError,
};
