import type { ActivationKind } from './activation';

/** max(0, x); NaN stays NaN. The derivative at exactly 0 is 0. */
export const relu: ActivationKind = {
  pointwise: {
    value: (x) => (x <= 0 ? 0 : x),
    slope: (x) => (x <= 0 ? 0 : 1),
  },
  nonDifferentiable: 'at 0',
  inKernels: 'rectify',

  compile(values, gradient, inputGradient) {
    return {
      forward() {
        for (let i = 0; i < values.length; i++) if (values[i] <= 0) values[i] = 0;
      },

      backward() {
        for (let i = 0; i < values.length; i++) inputGradient[i] = values[i] <= 0 ? 0 : gradient[i];
      },
    };
  },
};
