import type { ActivationKind } from './activation';

const exp = Math.exp;

/**
 * a_c = e^x_c / Σ e^x_k, over the channels k, separately for each image and pixel. The largest x is
 * subtracted first, to avoid overflow. dL/dx_c = a_c·(g_c − Σ g_k·a_k), where g = dL/da.
 */
export const softmax: ActivationKind = {
  pointwise: undefined,
  nonDifferentiable: 'nowhere',

  compile(values, gradient, inputGradient, { channels, height, width }) {
    const pixels = height * width;
    const image = channels * pixels;
    return {
      forward() {
        for (let start = 0; start < values.length; start += image) {
          for (let first = start; first < start + pixels; first++) {
            const end = first + image;
            let largest = values[first];
            for (let i = first; i < end; i += pixels) if (values[i] > largest) largest = values[i];
            let sum = 0;
            for (let i = first; i < end; i += pixels) sum += values[i] = exp(values[i] - largest);
            for (let i = first; i < end; i += pixels) values[i] /= sum;
          }
        }
      },

      backward() {
        for (let start = 0; start < values.length; start += image) {
          for (let first = start; first < start + pixels; first++) {
            const end = first + image;
            let mean = 0;
            for (let i = first; i < end; i += pixels) mean += gradient[i] * values[i];
            for (let i = first; i < end; i += pixels) inputGradient[i] = values[i] * (gradient[i] - mean);
          }
        }
      },
    };
  },
};
