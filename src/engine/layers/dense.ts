import type { Activation } from '../activations';
import { SpecError, expectWhole, subject } from '../specError';
import { pointwise, type Layer } from './layer';

export interface DenseSpec {
  type: 'dense';
  name: string;
  units: number;
  /** Whether each unit has a bias; default true. */
  bias?: boolean;
  /** Default 'none'. */
  activation?: Activation;
}

/**
 * A weighted sum of all inputs for each unit:
 *
 *     output[n, u] = bias[u] + Σ over i of weights[u, i] · input[n, i]
 *
 * input `[batch, inputs]`, weights `[units, inputs]`, bias `[units]`.
 */
export const dense: Layer<DenseSpec> = {
  mixesImages: false,
  normalises: 'never',
  nonDifferentiable: 'nowhere',
  inKernels: 'dense',

  shape({ name, units, bias = true }, { channels, height, width }) {
    expectWhole<DenseSpec>(name, 'units', 'its number of units', units);
    if (height !== 1 || width !== 1) {
      throw new SpecError<DenseSpec>(
        name,
        'type',
        `${subject(name)} is dense and expects a row of numbers, but it reads ${channels} ` +
          `${channels === 1 ? 'map' : 'maps'} of ${height}×${width}. Put a flatten layer before it.`,
      );
    }
    return {
      ...pointwise,
      output: { channels: units, height: 1, width: 1 },
      parameters: [
        { name: `${name}.weights`, shape: [units, channels] },
        ...(bias ? [{ name: `${name}.bias`, shape: [units] }] : []),
      ],
    };
  },

  compile({ units }, shape, { batch, input, output, inputGradient, outputGradient, ...buffers }) {
    // Without a bias, one of 0 that nobody learns.
    const [weights, bias = new Float64Array(units)] = buffers.parameters;
    const [weightGradients, biasGradients = new Float64Array(units)] = buffers.parameterGradients;
    const inputs = shape.input.channels;

    return {
      forward() {
        for (let n = 0; n < batch; n++) {
          const image = n * inputs;
          for (let u = 0; u < units; u++) {
            const row = u * inputs;
            let sum = bias[u];
            for (let i = 0; i < inputs; i++) sum += weights[row + i] * input[image + i];
            output[n * units + u] = sum;
          }
        }
      },

      backward() {
        inputGradient.fill(0);
        weightGradients.fill(0);
        biasGradients.fill(0);
        for (let n = 0; n < batch; n++) {
          const image = n * inputs;
          for (let u = 0; u < units; u++) {
            const row = u * inputs;
            const gradient = outputGradient[n * units + u];
            biasGradients[u] += gradient;
            for (let i = 0; i < inputs; i++) {
              weightGradients[row + i] += gradient * input[image + i];
              inputGradient[image + i] += gradient * weights[row + i];
            }
          }
        }
      },
    };
  },
};
