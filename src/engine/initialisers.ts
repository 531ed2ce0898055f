import type { Parameter } from './layerShape';
import type { Random } from './random';

/**
 * Fills a parameter with its first values.
 *
 * @param fanIn how many inputs one output of the layer reads, fanOut how many outputs one input reaches: see `fansOf`
 */
export type Initialiser = (random: Random, target: Float64Array, fanIn: number, fanOut: number) => void;

/** Normal of variance 2 / fanIn: keeps the variance of activations through ReLUs (He et al. 2015, arXiv:1502.01852). */
export const heNormal: Initialiser = (random, target, fanIn) => fillNormal(random, target, 2 / fanIn);

/** Uniform, of the same variance as `heNormal`. */
export const heUniform: Initialiser = (random, target, fanIn) => fillUniform(random, target, 2 / fanIn);

/**
 * Normal of variance 2 / (fanIn + fanOut): between what keeps the variance forward and what keeps it backward
 * (Glorot and Bengio 2010).
 */
export const glorotNormal: Initialiser = (random, target, fanIn, fanOut) =>
  fillNormal(random, target, 2 / (fanIn + fanOut));

/** Uniform, of the same variance as `glorotNormal`. */
export const glorotUniform: Initialiser = (random, target, fanIn, fanOut) =>
  fillUniform(random, target, 2 / (fanIn + fanOut));

export const zeros: Initialiser = (_random, target) => void target.fill(0);

/** The initialiser that fills with `value`. */
export function constant(value: number): Initialiser {
  return (_random, target) => void target.fill(value);
}

/** The initialiser that draws evenly over [−limit, limit). */
export function uniform(limit: number): Initialiser {
  return (random, target) => {
    for (let i = 0; i < target.length; i++) target[i] = limit * (2 * random.next() - 1);
  };
}

/** The initialiser that draws from the normal distribution of mean 0 and this standard deviation. */
export function normal(standardDeviation: number): Initialiser {
  return (random, target) => {
    for (let i = 0; i < target.length; i++) target[i] = standardDeviation * random.normal();
  };
}

/**
 * Every initialiser by its name: whoever adds one names it here, and nowhere else in the engine. Without an argument
 * 'uniform' and 'normal' take Keras's defaults, a limit and a standard deviation of 0.05, and 'constant' a little above
 * 0, with which every ReLU starts open.
 */
const table = {
  'Xavier uniform': () => glorotUniform,
  'Xavier normal': () => glorotNormal,
  'He uniform': () => heUniform,
  'He normal': () => heNormal,
  uniform: (limit = 0.05) => uniform(limit),
  normal: (standardDeviation = 0.05) => normal(standardDeviation),
  constant: (value = 0.1) => constant(value),
  zeros: () => zeros,
};

/** What people call initialisers. Xavier is Glorot's first name, and the better known one. */
export type InitialiserName = keyof typeof table;

export const initialisers: { readonly [Name in InitialiserName]: (argument?: number) => Initialiser } = table;

/**
 * The initialiser of that name.
 *
 * @param argument the limit of 'uniform', the standard deviation of 'normal', the value of 'constant'; others look at none
 * @throws RangeError if there is none of that name
 */
export function initialiserFor(name: InitialiserName, argument?: number): Initialiser {
  if (Object.hasOwn(initialisers, name)) return initialisers[name](argument);
  const known = Object.keys(initialisers).join(', ');
  throw new RangeError(`There is no initialiser '${name}'; expected one of ${known}.`);
}

/** An initialiser by its name, with its argument where it takes one. */
export interface NamedInitialiser {
  initialiser: InitialiserName;
  argument?: number;
}

/**
 * How a parameter starts unless a spec says otherwise: where its layer has it start, or else filters by He normal, dense
 * weights by Xavier uniform, and biases at 0.
 */
export function defaultInitialiser({ shape, initial }: Parameter): NamedInitialiser {
  if (initial !== undefined) return { initialiser: 'constant', argument: initial };
  if (shape.length === 4) return { initialiser: 'He normal' };
  return { initialiser: shape.length === 2 ? 'Xavier uniform' : 'zeros' };
}

/**
 * Fans of a parameter by its shape: filters `[outChannels, inChannels, kernelHeight, kernelWidth]`, weights
 * `[units, inputs]`, bias `[units]` (which reads one input, a constant 1).
 *
 * @param groups of `LayerShape.parameters`: in a depthwise convolution, whose filters are
 *   `[channels, 1, kernelHeight, kernelWidth]`, a pixel reaches one filter in so many
 */
export function fansOf(shape: readonly number[], groups = 1): { fanIn: number; fanOut: number } {
  const [outputs, inputs = 1, ...kernel] = shape;
  const taps = kernel.reduce((product, side) => product * side, 1);
  return { fanIn: inputs * taps, fanOut: (outputs / groups) * taps };
}

function fillNormal(random: Random, target: Float64Array, variance: number): void {
  normal(Math.sqrt(variance))(random, target, 0, 0);
}

/** The variance of `uniform(limit)` is limit² / 3. */
function fillUniform(random: Random, target: Float64Array, variance: number): void {
  uniform(Math.sqrt(3 * variance))(random, target, 0, 0);
}
