import type { Activation } from '../activations';
import { SpecError, expectWhole, subject } from '../specError';
import { pointwise, type Layer } from './layer';

/** Group normalisation: each group of channels of an image normalised to mean 0 and variance 1. */
export interface GroupNormSpec {
  type: 'groupNorm';
  name: string;
  /** Number of groups of neighbouring channels; 1 is layer normalisation. */
  groups: number;
  /** Default 'none'. */
  activation?: Activation;
}

/** ε, added to the variance under the square root, as in PyTorch. */
export const groupNormEpsilon = 1e-5;

const sqrt = Math.sqrt;

/**
 * Each group of channels of each image is normalised to mean 0 and variance 1, then each channel is scaled
 * and shifted (Wu and He 2018, arXiv:1803.08494), as torch.nn.GroupNorm:
 *
 *     normal = (x − mean) / √(variance + `groupNormEpsilon`)
 *     output = scale · normal + shift
 *
 * Mean and biased variance are those of the group's channels over all their pixels. Images are independent of
 * each other, so training and evaluation are the same and there are no running statistics. With one group
 * this is layer normalisation.
 *
 * input, output `[batch, channels, height, width]`, mean and variance `[batch, groups]`, scale and shift
 * `[channels]`.
 */
export const groupNorm: Layer<GroupNormSpec> = {
  mixesImages: false,
  normalises: 'always',
  nonDifferentiable: 'nowhere',

  shape({ name, groups }, input) {
    expectWhole<GroupNormSpec>(name, 'groups', 'its number of groups', groups);
    expectDivisor(name, groups, input.channels);
    const shape = [input.channels];
    return {
      ...pointwise,
      output: input,
      parameters: [
        { name: `${name}.scale`, shape, initial: 1 },
        { name: `${name}.shift`, shape, initial: 0 },
      ],
    };
  },

  compile({ groups }, { input: { channels, height, width } }, buffers) {
    const { batch, input, output, inputGradient, outputGradient, mode } = buffers;
    const [scale, shift] = buffers.parameters;
    const [scaleGradient, shiftGradient] = buffers.parameterGradients;
    const means = new Float64Array(batch * groups);
    const variances = new Float64Array(batch * groups);
    const pixels = height * width;
    const planes = channels / groups;
    /** How many numbers a group has in one image. */
    const count = planes * pixels;

    return {
      auxiliary: { group_mean: means, group_variance: variances },

      forward() {
        for (let group = 0; group < means.length; group++) {
          const start = group * count;
          const mean = meanOf(input, start, count);
          const variance = varianceOf(input, start, count, mean);
          const inverse = 1 / sqrt(variance + groupNormEpsilon);
          means[group] = mean;
          variances[group] = variance;
          for (let plane = group * planes; plane < (group + 1) * planes; plane++) {
            const c = plane % channels;
            const end = (plane + 1) * pixels;
            for (let i = end - pixels; i < end; i++) {
              output[i] = (input[i] - mean) * inverse * scale[c] + shift[c];
            }
          }
        }
      },

      // With x̂ = normal and g = scale · dL/d output: dx = (g − mean(g) − x̂ · mean(g · x̂)) / √(variance +
      // ε), since each number also moves the mean and the variance of its group; with constant statistics dx
      // = g / √(variance + ε).
      backward() {
        scaleGradient.fill(0);
        shiftGradient.fill(0);
        for (let group = 0; group < means.length; group++) {
          const mean = means[group];
          const inverse = 1 / sqrt(variances[group] + groupNormEpsilon);
          let sum = 0;
          let sumAlong = 0;
          for (let plane = group * planes; plane < (group + 1) * planes; plane++) {
            const c = plane % channels;
            const end = (plane + 1) * pixels;
            for (let i = end - pixels; i < end; i++) {
              const along = outputGradient[i] * (input[i] - mean) * inverse;
              scaleGradient[c] += along;
              shiftGradient[c] += outputGradient[i];
              sum += scale[c] * outputGradient[i];
              sumAlong += scale[c] * along;
            }
          }
          const common = mode.constantStatistics ? 0 : sum / count;
          const commonAlong = mode.constantStatistics ? 0 : sumAlong / count;
          for (let plane = group * planes; plane < (group + 1) * planes; plane++) {
            const c = plane % channels;
            const end = (plane + 1) * pixels;
            for (let i = end - pixels; i < end; i++) {
              const normal = (input[i] - mean) * inverse;
              inputGradient[i] = inverse * (scale[c] * outputGradient[i] - common - normal * commonAlong);
            }
          }
        }
      },
    };
  },
};

function expectDivisor(name: string, groups: number, channels: number): void {
  if (channels % groups === 0) return;
  const divisors = Array.from({ length: channels }, (_, index) => index + 1).filter(
    (each) => channels % each === 0,
  );
  throw new SpecError<GroupNormSpec>(
    name,
    'groups',
    `${subject(name)}: its number of groups is ${groups}, which does not divide the ${channels} ` +
      `${channels === 1 ? 'channel' : 'channels'} that it reads; expected one of ${divisors.join(', ')}.`,
  );
}

function meanOf(values: Float64Array, start: number, count: number): number {
  let sum = 0;
  for (let i = start; i < start + count; i++) sum += values[i];
  return sum / count;
}

/** The biased variance of `count` numbers from `start` on. */
function varianceOf(values: Float64Array, start: number, count: number, mean: number): number {
  let sum = 0;
  for (let i = start; i < start + count; i++) sum += (values[i] - mean) * (values[i] - mean);
  return sum / count;
}
