import type { ActivationKind } from './activation';

const hyperbolicTangent = Math.tanh;

/** a = tanh x, with derivative 1 − a². */
export const tanh: ActivationKind = {
  pointwise: { value: hyperbolicTangent, slope: (_x, a) => 1 - a * a },
  nonDifferentiable: 'nowhere',

  compile(values, gradient, inputGradient) {
    return {
      forward() {
        for (let i = 0; i < values.length; i++) values[i] = hyperbolicTangent(values[i]);
      },

      backward() {
        for (let i = 0; i < values.length; i++) inputGradient[i] = gradient[i] * (1 - values[i] * values[i]);
      },
    };
  },
};
