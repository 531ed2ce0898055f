import { pointwise, type Layer } from './layer';

/** Global average pooling: the mean of each map. */
export interface GlobalAveragePoolSpec {
  type: 'globalAveragePool';
  name: string;
}

/** The mean of each map: `[batch, channels, height, width]` becomes `[batch, channels, 1, 1]`. */
export const globalAveragePool: Layer<GlobalAveragePoolSpec> = {
  mixesImages: false,
  normalises: 'never',
  nonDifferentiable: 'nowhere',

  shape(_spec, { channels, height, width }) {
    return { ...pointwise, output: { channels, height: 1, width: 1 }, kernel: { height, width } };
  },

  compile(_spec, shape, { input, output, inputGradient, outputGradient }) {
    const pixels = shape.input.height * shape.input.width;
    return {
      forward() {
        for (let plane = 0; plane < output.length; plane++) {
          let sum = 0;
          for (let i = plane * pixels; i < (plane + 1) * pixels; i++) sum += input[i];
          output[plane] = sum / pixels;
        }
      },

      backward() {
        for (let plane = 0; plane < output.length; plane++) {
          inputGradient.fill(outputGradient[plane] / pixels, plane * pixels, (plane + 1) * pixels);
        }
      },
    };
  },
};
