import type { Passes } from '../passes';

/** What is left of a number below 0. */
export const leakySlope = 0.01;

/** x above 0, `leakySlope`·x below: both have the sign of x. The derivative at exactly 0 is the slope, as in PyTorch. */
export function leakyRelu(values: Float64Array, gradient: Float64Array, inputGradient: Float64Array): Passes {
  return {
    forward() {
      for (let i = 0; i < values.length; i++) if (values[i] <= 0) values[i] *= leakySlope;
    },

    backward() {
      for (let i = 0; i < values.length; i++) {
        inputGradient[i] = values[i] <= 0 ? leakySlope * gradient[i] : gradient[i];
      }
    },
  };
}
