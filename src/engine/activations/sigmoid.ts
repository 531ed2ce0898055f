import type { ActivationKind } from './activation';

/** σ(x) = 1 / (1 + e^−x), without overflow and accurate where it is close to 0. */
export function sigmoidAt(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const power = Math.exp(x);
  return power / (1 + power);
}

/** a = σ(x), with derivative a·(1 − a). */
export const sigmoid: ActivationKind = {
  pointwise: { value: sigmoidAt, slope: (_x, a) => a * (1 - a) },
  nonDifferentiable: 'nowhere',

  compile(values, gradient, inputGradient) {
    return {
      forward() {
        for (let i = 0; i < values.length; i++) values[i] = sigmoidAt(values[i]);
      },

      backward() {
        for (let i = 0; i < values.length; i++) inputGradient[i] = gradient[i] * values[i] * (1 - values[i]);
      },
    };
  },
};
