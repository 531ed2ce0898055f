import type { Loss } from './loss';

/**
 * Mean squared error: the units are quantities. The loss of an image is the mean over its units of (output −
 * target)², with gradient 2·(output − target) / units, divided by the batch size. Its `probabilities` are the
 * outputs themselves.
 */
export const squaredError: Loss = {
  leastUnits: 1,
  applies: 'none',
  unit: 'number of the target',

  compile(units, { logits, target, probabilities, losses, logitGradient }) {
    return {
      forward() {
        probabilities.set(logits);
        for (let n = 0; n < losses.length; n++) {
          let sum = 0;
          for (let i = n * units; i < (n + 1) * units; i++) {
            const error = logits[i] - target[i];
            sum += error * error;
          }
          losses[n] = sum / units;
        }
      },

      backward() {
        const share = 2 / logits.length;
        for (let i = 0; i < logits.length; i++) logitGradient[i] = share * (logits[i] - target[i]);
      },
    };
  },
};
