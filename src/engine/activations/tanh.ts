import type { Passes } from '../passes';

const hyperbolicTangent = Math.tanh;

/** a = tanh x, of derivative 1 − a². */
export function tanh(values: Float64Array, gradient: Float64Array, inputGradient: Float64Array): Passes {
  return {
    forward() {
      for (let i = 0; i < values.length; i++) values[i] = hyperbolicTangent(values[i]);
    },

    backward() {
      for (let i = 0; i < values.length; i++) inputGradient[i] = gradient[i] * (1 - values[i] * values[i]);
    },
  };
}
