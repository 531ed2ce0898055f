import type { ActivationKind } from './activation';

/** √(2/π) and the weight of x³ in Hendrycks and Gimpel's approximation (2016, arXiv:1606.08415). */
const geluScale = Math.sqrt(2 / Math.PI);
export const geluCubic = 0.044715;

const tanh = Math.tanh;

/**
 * The tanh form: ½·x·(1 + t), t = tanh(u), u = `geluScale`·(x + `geluCubic`·x³). Chosen over the form with the
 * error function since a worksheet computes it exactly as we do, with TANH.
 */
function geluAt(x: number): number {
  return 0.5 * x * (1 + tanh(geluScale * (x + geluCubic * x * x * x)));
}

/** Its derivative with respect to x: ½·(1 + t) + ½·x·(1 − t²)·du/dx. */
function geluSlope(x: number): number {
  const t = tanh(geluScale * (x + geluCubic * x * x * x));
  const bend = 1 - t * t;
  // For large |x| the tails are straight lines: the slope is 0 or 1, while x² could overflow.
  const curved = bend === 0 ? 0 : 0.5 * x * bend * geluScale * (1 + 3 * geluCubic * x * x);
  return 0.5 * (1 + t) + curved;
}

/**
 * Keeps a copy of x for the backward pass, since GELU is not monotonic: the activation does not determine x.
 */
export const gelu: ActivationKind = {
  pointwise: { value: geluAt, slope: geluSlope },
  nonDifferentiable: 'nowhere',

  compile(values, gradient, inputGradient) {
    const inputs = new Float64Array(values.length);
    return {
      forward() {
        inputs.set(values);
        for (let i = 0; i < values.length; i++) values[i] = geluAt(values[i]);
      },

      backward() {
        for (let i = 0; i < values.length; i++) inputGradient[i] = gradient[i] * geluSlope(inputs[i]);
      },
    };
  },
};
