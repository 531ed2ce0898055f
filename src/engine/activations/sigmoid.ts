import type { Passes } from '../passes';
import { sigmoid as sigmoidOf } from '../losses/sigmoidCrossEntropy';

/** a = 1 / (1 + e^−x), of derivative a·(1 − a). */
export function sigmoid(values: Float64Array, gradient: Float64Array, inputGradient: Float64Array): Passes {
  return {
    forward() {
      for (let i = 0; i < values.length; i++) values[i] = sigmoidOf(values[i]);
    },

    backward() {
      for (let i = 0; i < values.length; i++) inputGradient[i] = gradient[i] * values[i] * (1 - values[i]);
    },
  };
}
