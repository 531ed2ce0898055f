import { sigmoidAt } from '../activations/sigmoid';
import { crossEntropyGradient, type Loss } from './loss';

/**
 * Binary cross-entropy: every unit is an independent yes/no with target t from 0 to 1. The loss of an image
 * is the sum over its units of −t·log p − (1 − t)·log(1 − p), where p is the sigmoid of the logit.
 */
export const sigmoidCrossEntropy: Loss = {
  leastUnits: 1,
  applies: 'sigmoid',
  unit: 'class',

  compile(units, buffers) {
    const { logits, target, probabilities, losses } = buffers;
    return {
      forward() {
        for (let n = 0; n < losses.length; n++) {
          losses[n] = 0;
          for (let i = n * units; i < (n + 1) * units; i++) {
            probabilities[i] = sigmoidAt(logits[i]);
            losses[n] += unitLoss(logits[i], target[i]);
          }
        }
      },

      backward() {
        crossEntropyGradient(buffers);
      },
    };
  },
};

/**
 * −t·log p − (1 − t)·log(1 − p) is log(1 + e^z) − t·z. Written with log(1 + e^z) = max(z, 0) + log(1 +
 * e^−|z|), no exponential overflows; the two terms in z are combined first, so that they do not cancel.
 */
function unitLoss(logit: number, target: number): number {
  const linear = logit > 0 ? logit * (1 - target) : -logit * target;
  return linear + Math.log1p(Math.exp(-Math.abs(logit)));
}
