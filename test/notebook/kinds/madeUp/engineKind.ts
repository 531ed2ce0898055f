import { pointwise, type Layer } from '../../../../src/engine/layers/layer';

/** A layer that nobody asked for: each channel times a number of its own, which is learned. */
export interface GainSpec {
  type: 'gain';
  name: string;
  /** What all numbers are multiplied with besides. */
  factor: number;
}

/** input, output `[batch, channels, height, width]`, gain `[channels]`. */
export const gain: Layer<GainSpec> = {
  mixesImages: false,
  normalises: 'never',
  nonDifferentiable: 'nowhere',

  shape: ({ name }, input) => ({
    ...pointwise,
    output: input,
    parameters: [{ name: `${name}.gain`, shape: [input.channels], initial: 1 }],
  }),

  compile({ factor }, { input: { channels, height, width } }, buffers) {
    const { input, output, inputGradient, outputGradient } = buffers;
    const [gains] = buffers.parameters;
    const [gradients] = buffers.parameterGradients;
    const channelOf = (i: number) => Math.floor(i / (height * width)) % channels;
    return {
      forward() {
        for (let i = 0; i < input.length; i++) output[i] = factor * gains[channelOf(i)] * input[i];
      },

      backward() {
        gradients.fill(0);
        for (let i = 0; i < input.length; i++) {
          inputGradient[i] = factor * gains[channelOf(i)] * outputGradient[i];
          gradients[channelOf(i)] += factor * input[i] * outputGradient[i];
        }
      },
    };
  },
};
