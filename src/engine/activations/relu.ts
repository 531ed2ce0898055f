import type { Passes } from '../passes';

/** The larger of 0 and x, NaN for NaN. The derivative at exactly 0 is 0. */
export function relu(values: Float64Array, gradient: Float64Array, inputGradient: Float64Array): Passes {
  return {
    forward() {
      for (let i = 0; i < values.length; i++) if (values[i] <= 0) values[i] = 0;
    },

    backward() {
      for (let i = 0; i < values.length; i++) inputGradient[i] = values[i] <= 0 ? 0 : gradient[i];
    },
  };
}
