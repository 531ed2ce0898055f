import type { ActivationKind } from './activation';

/** The slope below 0. */
export const leakySlope = 0.01;

/**
 * x above 0, `leakySlope`·x below: both have the sign of x. The derivative at exactly 0 is `leakySlope`, as
 * in PyTorch.
 */
export const leakyRelu: ActivationKind = {
  pointwise: {
    value: (x) => (x <= 0 ? leakySlope * x : x),
    slope: (x) => (x <= 0 ? leakySlope : 1),
  },
  nonDifferentiable: 'at 0',

  compile(values, gradient, inputGradient) {
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
  },
};
