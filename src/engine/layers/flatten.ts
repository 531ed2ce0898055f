import { pointwise, type Layer } from './layer';

export interface FlattenSpec {
  type: 'flatten';
  name: string;
}

/**
 * Maps as one vector, in the order channel, row, column: `[batch, channels, height, width]` becomes `[batch,
 * channels·height·width, 1, 1]`. The numbers are copied (there are few), so that no two layers share a
 * buffer.
 */
export const flatten: Layer<FlattenSpec> = {
  mixesImages: false,
  normalises: 'never',
  nonDifferentiable: 'nowhere',
  inKernels: 'flatten',

  shape(_spec, { channels, height, width }) {
    return { ...pointwise, output: { channels: channels * height * width, height: 1, width: 1 } };
  },

  compile(_spec, _shape, { input, output, inputGradient, outputGradient }) {
    return {
      forward() {
        output.set(input);
      },

      backward() {
        inputGradient.set(outputGradient);
      },
    };
  },
};
