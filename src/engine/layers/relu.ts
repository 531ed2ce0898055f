import type { Passes } from './layer';

/**
 * The larger of 0 and x, NaN for NaN: in place, for the layer before it has no further use for its x. The
 * derivative at exactly 0 is 0.
 *
 * @param values x before, activations after `forward`
 * @param gradient dL/d activations
 * @param inputGradient dL/dx, filled by `backward`
 */
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
