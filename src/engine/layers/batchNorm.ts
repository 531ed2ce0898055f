import type { Activation } from '../activations';
import type { Shape } from '../layerShape';
import { pointwise, type Layer } from './layer';

export interface BatchNormSpec {
  type: 'batchNorm';
  name: string;
  /** Default 'none'. */
  activation?: Activation;
}

/** ε, added to the variance under the square root. */
export const batchNormEpsilon = 1e-5;

/** Weight of the latest batch in the running statistics, as in PyTorch. */
export const batchNormMomentum = 0.1;

const sqrt = Math.sqrt;

/**
 * Batch normalisation: each channel is normalised to mean 0 and variance 1, then scaled and shifted (Ioffe
 * and Szegedy 2015, arXiv:1502.03167):
 *
 *     normal = (x − mean) / √(variance + `batchNormEpsilon`)
 *     output = scale · normal + shift
 *
 * In training, mean and (biased) variance are those of the channel over the batch; otherwise the running
 * statistics are used. `advance` updates the running statistics; as in PyTorch, the running variance takes
 * the unbiased variance.
 *
 * input, output `[batch, channels, height, width]`, all others `[channels]`.
 */
export const batchNorm: Layer<BatchNormSpec> = {
  mixesImages: true,
  normalises: 'in training',
  nonDifferentiable: 'nowhere',

  shape({ name }, input) {
    const shape = [input.channels];
    return {
      ...pointwise,
      output: input,
      parameters: [
        { name: `${name}.scale`, shape, initial: 1 },
        { name: `${name}.shift`, shape, initial: 0 },
      ],
      state: [
        { name: `${name}.running_mean`, shape, initial: 0 },
        { name: `${name}.running_variance`, shape, initial: 1 },
      ],
    };
  },

  compile(_spec, { input: shape }, buffers) {
    const { channels } = shape;
    const { input, output, inputGradient, outputGradient, mode } = buffers;
    const [scale, shift] = buffers.parameters;
    const [scaleGradient, shiftGradient] = buffers.parameterGradients;
    const [runningMean, runningVariance] = buffers.state;
    const batchMean = new Float64Array(channels);
    const batchVariance = new Float64Array(channels);
    const pixels = shape.height * shape.width;
    const planes = input.length / pixels;
    /** Numbers per channel in the batch. */
    const count = input.length / channels;
    const unbiased = count > 1 ? count / (count - 1) : 1;
    let isMeasured = false;

    return {
      auxiliary: { batch_mean: batchMean, batch_variance: batchVariance },

      forward() {
        const { training } = mode;
        if (training) measure(input, shape, batchMean, batchVariance);
        isMeasured ||= training;
        const means = training ? batchMean : runningMean;
        const variances = training ? batchVariance : runningVariance;
        for (let plane = 0; plane < planes; plane++) {
          const c = plane % channels;
          const mean = means[c];
          const factor = scale[c] / sqrt(variances[c] + batchNormEpsilon);
          const offset = shift[c];
          const end = (plane + 1) * pixels;
          for (let i = end - pixels; i < end; i++) output[i] = (input[i] - mean) * factor + offset;
        }
      },

      backward() {
        const { training } = mode;
        const means = training ? batchMean : runningMean;
        const variances = training ? batchVariance : runningVariance;
        const isMoving = training && !mode.constantStatistics;
        scaleGradient.fill(0);
        shiftGradient.fill(0);
        for (let plane = 0; plane < planes; plane++) {
          const c = plane % channels;
          const mean = means[c];
          const inverse = 1 / sqrt(variances[c] + batchNormEpsilon);
          const end = (plane + 1) * pixels;
          for (let i = end - pixels; i < end; i++) {
            scaleGradient[c] += outputGradient[i] * (input[i] - mean) * inverse;
            shiftGradient[c] += outputGradient[i];
          }
        }
        // With x̂ = (x − mean) / σ and g = dL/d output: in training dx = scale / σ · (g − mean(g) − x̂ ·
        // mean(g · x̂)), since each number also moves the mean and the variance; with constant statistics dx
        // = scale / σ · g.
        for (let plane = 0; plane < planes; plane++) {
          const c = plane % channels;
          const mean = means[c];
          const inverse = 1 / sqrt(variances[c] + batchNormEpsilon);
          const common = isMoving ? shiftGradient[c] / count : 0;
          const along = isMoving ? (scaleGradient[c] * inverse) / count : 0;
          const factor = scale[c] * inverse;
          const end = (plane + 1) * pixels;
          for (let i = end - pixels; i < end; i++) {
            inputGradient[i] = factor * (outputGradient[i] - common - along * (input[i] - mean));
          }
        }
      },

      advance() {
        if (!isMeasured) return;
        const keep = 1 - batchNormMomentum;
        for (let c = 0; c < channels; c++) {
          runningMean[c] = keep * runningMean[c] + batchNormMomentum * batchMean[c];
          runningVariance[c] = keep * runningVariance[c] + batchNormMomentum * unbiased * batchVariance[c];
        }
      },
    };
  },
};

/** The mean and the biased variance of each channel over a batch `[batch, channels, height, width]`. */
function measure(
  input: Float64Array,
  { channels, height, width }: Shape,
  means: Float64Array,
  variances: Float64Array,
): void {
  const pixels = height * width;
  const planes = input.length / pixels;
  const count = input.length / channels;
  means.fill(0);
  variances.fill(0);
  for (let plane = 0; plane < planes; plane++) {
    let sum = 0;
    for (let i = plane * pixels; i < (plane + 1) * pixels; i++) sum += input[i];
    means[plane % channels] += sum / count;
  }
  for (let plane = 0; plane < planes; plane++) {
    const mean = means[plane % channels];
    let sum = 0;
    for (let i = plane * pixels; i < (plane + 1) * pixels; i++) sum += (input[i] - mean) * (input[i] - mean);
    variances[plane % channels] += sum / count;
  }
}
