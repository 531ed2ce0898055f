import { SpecError, show, subject } from '../specError';
import { pointwise, type Layer } from './layer';

export interface DropoutSpec {
  type: 'dropout';
  name: string;
  /** The share of numbers dropped in training, from 0 up to but not including 1. */
  rate: number;
}

/**
 * Inverted dropout. In training each number is multiplied by its mask: 0 with probability `rate`, otherwise
 * 1/(1 − rate), which keeps the expected value. In evaluation numbers pass unchanged. The mask is all 1 until
 * drawn; only `drawMask` changes it, so a pass can be repeated.
 *
 * input, output, mask `[batch, channels, height, width]`.
 */
export const dropout: Layer<DropoutSpec> = {
  mixesImages: false,
  normalises: 'never',
  nonDifferentiable: 'nowhere',

  shape({ name, rate }, input) {
    if (!(typeof rate === 'number' && rate >= 0 && rate < 1)) {
      throw new SpecError<DropoutSpec>(
        name,
        'rate',
        `${subject(name)}: its rate is ${show(rate)}; expected the share of numbers to drop, from 0 up to but not ` +
          'including 1, such as 0.5.',
      );
    }
    return { ...pointwise, output: input };
  },

  compile({ rate }, _shape, { input, output, inputGradient, outputGradient, mode }) {
    const mask = new Float64Array(output.length).fill(1);
    return {
      auxiliary: { mask },

      drawMask(random) {
        for (let i = 0; i < mask.length; i++) mask[i] = random.next() < rate ? 0 : 1 / (1 - rate);
      },

      forward() {
        if (mode.training) for (let i = 0; i < mask.length; i++) output[i] = input[i] * mask[i];
        else output.set(input);
      },

      backward() {
        if (mode.training)
          for (let i = 0; i < mask.length; i++) inputGradient[i] = outputGradient[i] * mask[i];
        else inputGradient.set(outputGradient);
      },
    };
  },
};
