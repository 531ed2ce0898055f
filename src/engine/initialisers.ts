import type { Random } from './random';

/**
 * Fills a parameter with its first values.
 *
 * @param fanIn how many inputs one output of the layer reads, fanOut how many outputs one input reaches: see `fansOf`
 */
export type Initialiser = (random: Random, target: Float64Array, fanIn: number, fanOut: number) => void;

/** Normal of variance 2 / fanIn: keeps the variance of activations through ReLUs (He et al. 2015, arXiv:1502.01852). */
export const heNormal: Initialiser = (random, target, fanIn) => normal(random, target, 2 / fanIn);

/** Uniform, of the same variance as `heNormal`. */
export const heUniform: Initialiser = (random, target, fanIn) => uniform(random, target, 2 / fanIn);

/**
 * Normal of variance 2 / (fanIn + fanOut): between what keeps the variance forward and what keeps it backward
 * (Glorot and Bengio 2010).
 */
export const glorotNormal: Initialiser = (random, target, fanIn, fanOut) =>
  normal(random, target, 2 / (fanIn + fanOut));

/** Uniform, of the same variance as `glorotNormal`. */
export const glorotUniform: Initialiser = (random, target, fanIn, fanOut) =>
  uniform(random, target, 2 / (fanIn + fanOut));

export const zeros: Initialiser = (_random, target) => void target.fill(0);

/** The initialiser that fills with `value`. */
export function constant(value: number): Initialiser {
  return (_random, target) => void target.fill(value);
}

/**
 * Fans of a parameter by its shape: filters `[outChannels, inChannels, kernelHeight, kernelWidth]`, weights
 * `[units, inputs]`, bias `[units]` (which reads one input, a constant 1).
 */
export function fansOf(shape: readonly number[]): { fanIn: number; fanOut: number } {
  const [outputs, inputs = 1, ...kernel] = shape;
  const taps = kernel.reduce((product, side) => product * side, 1);
  return { fanIn: inputs * taps, fanOut: outputs * taps };
}

function normal(random: Random, target: Float64Array, variance: number): void {
  const deviation = Math.sqrt(variance);
  for (let i = 0; i < target.length; i++) target[i] = deviation * random.normal();
}

/** Over [−limit, limit); its variance is limit² / 3. */
function uniform(random: Random, target: Float64Array, variance: number): void {
  const limit = Math.sqrt(3 * variance);
  for (let i = 0; i < target.length; i++) target[i] = limit * (2 * random.next() - 1);
}
