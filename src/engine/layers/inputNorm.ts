import { pointwise, type Layer } from './layer';

/** Each channel less a mean and divided by a standard deviation, both given and not learned. */
export interface InputNormSpec {
  type: 'inputNorm';
  name: string;
}

/**
 * (x − mean) / standard deviation, per channel. The caller sets both, from the training images; a step does not change
 * them.
 *
 * input, output `[batch, channels, height, width]`, mean and standard deviation `[channels]`.
 */
export const inputNorm: Layer<InputNormSpec> = {
  mixesImages: false,
  normalises: 'never',
  nonDifferentiable: 'nowhere',

  shape({ name }, input) {
    return {
      ...pointwise,
      output: input,
      state: [
        { name: `${name}.mean`, shape: [input.channels], initial: 0 },
        { name: `${name}.standard_deviation`, shape: [input.channels], initial: 1 },
      ],
    };
  },

  compile(_spec, { input: { channels, height, width } }, buffers) {
    const { batch, input, output, inputGradient, outputGradient } = buffers;
    const [means, deviations] = buffers.state;
    const pixels = height * width;

    return {
      forward() {
        for (let plane = 0; plane < batch * channels; plane++) {
          const mean = means[plane % channels];
          const deviation = deviations[plane % channels];
          const end = (plane + 1) * pixels;
          for (let i = end - pixels; i < end; i++) output[i] = (input[i] - mean) / deviation;
        }
      },

      backward() {
        for (let plane = 0; plane < batch * channels; plane++) {
          const deviation = deviations[plane % channels];
          const end = (plane + 1) * pixels;
          for (let i = end - pixels; i < end; i++) inputGradient[i] = outputGradient[i] / deviation;
        }
      },
    };
  },
};
