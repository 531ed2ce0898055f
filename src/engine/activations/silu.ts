import type { ActivationKind } from './activation';
import { sigmoidAt } from './sigmoid';

/** x·σ(x), as torch.nn.functional.silu (Hendrycks and Gimpel 2016, arXiv:1606.08415; "swish", arXiv:1710.05941). */
function siluAt(x: number): number {
  return x * sigmoidAt(x);
}

/** Its derivative with respect to x: σ(x)·(1 + x·(1 − σ(x))). */
function siluSlope(x: number): number {
  const s = sigmoidAt(x);
  return s * (1 + x * (1 - s));
}

/**
 * Keeps a copy of x for the backward pass, since SiLU is not monotonic: the activation does not determine x.
 */
export const silu: ActivationKind = {
  pointwise: { value: siluAt, slope: siluSlope },
  nonDifferentiable: 'nowhere',

  compile(values, gradient, inputGradient) {
    const inputs = new Float64Array(values.length);
    return {
      forward() {
        inputs.set(values);
        for (let i = 0; i < values.length; i++) values[i] = siluAt(values[i]);
      },

      backward() {
        for (let i = 0; i < values.length; i++) inputGradient[i] = gradient[i] * siluSlope(inputs[i]);
      },
    };
  },
};
