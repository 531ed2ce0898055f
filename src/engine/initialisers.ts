import type { Parameter } from './layerShape';
import type { Random } from './random';

/**
 * Fills a parameter with its first values.
 *
 * @param fanIn how many inputs one output of the layer reads, see `fansOf`
 * @param fanOut how many outputs one input reaches
 */
export type Initialiser = (random: Random, target: Float64Array, fanIn: number, fanOut: number) => void;

/** Normal of variance 2 / fanIn: keeps the variance of activations through ReLUs (He et al. 2015, arXiv:1502.01852). */
export const heNormal: Initialiser = (random, target, fanIn) => fillNormal(random, target, 2 / fanIn);

/** Uniform, with the same variance as `heNormal`. */
export const heUniform: Initialiser = (random, target, fanIn) => fillUniform(random, target, 2 / fanIn);

/**
 * Normal of variance 2 / (fanIn + fanOut): a compromise that roughly keeps the variance of activations and of
 * gradients (Glorot and Bengio 2010).
 */
export const glorotNormal: Initialiser = (random, target, fanIn, fanOut) =>
  fillNormal(random, target, 2 / (fanIn + fanOut));

/** Uniform, with the same variance as `glorotNormal`. */
export const glorotUniform: Initialiser = (random, target, fanIn, fanOut) =>
  fillUniform(random, target, 2 / (fanIn + fanOut));

export const zeros: Initialiser = (_random, target) => void target.fill(0);

/** The initialiser that sets every number to `value`. */
export function constant(value: number): Initialiser {
  return (_random, target) => void target.fill(value);
}

/** The initialiser that draws uniformly from [−limit, limit). */
export function uniform(limit: number): Initialiser {
  return (random, target) => {
    for (let i = 0; i < target.length; i++) target[i] = limit * (2 * random.next() - 1);
  };
}

/** The initialiser that draws from a normal distribution with mean 0 and this standard deviation. */
export function normal(standardDeviation: number): Initialiser {
  return (random, target) => {
    for (let i = 0; i < target.length; i++) target[i] = standardDeviation * random.normal();
  };
}

/**
 * Every initialiser by name. To add one, name it here; nothing else in the engine changes. Without an
 * argument, 'uniform' and 'normal' use Keras's default of 0.05 (limit or standard deviation), and 'constant'
 * a small positive value, so that every ReLU starts active.
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

/**
 * Names of the initialisers, as frameworks use them. Xavier is Glorot's first name, and the better known one.
 */
export type InitialiserName = keyof typeof table;

export const initialisers: { readonly [Name in InitialiserName]: (argument?: number) => Initialiser } = table;

/**
 * The initialiser of that name.
 *
 * @param argument the limit of 'uniform', the standard deviation of 'normal', the value of 'constant';
 *   ignored by all others
 * @throws RangeError if there is no initialiser of that name
 */
export function initialiserFor(name: InitialiserName, argument?: number): Initialiser {
  if (Object.hasOwn(initialisers, name)) return initialisers[name](argument);
  const known = Object.keys(initialisers).join(', ');
  throw new RangeError(`There is no initialiser '${name}'; expected one of ${known}.`);
}

/** An initialiser's name and its argument, for those that have one. */
export interface NamedInitialiser {
  initialiser: InitialiserName;
  argument?: number;
}

/**
 * The default initialiser of a parameter: the constant its layer asks for, otherwise He normal for filters,
 * Xavier uniform for dense weights, and 0 for biases.
 */
export function defaultInitialiser({ shape, initial }: Parameter): NamedInitialiser {
  if (initial !== undefined) return { initialiser: 'constant', argument: initial };
  if (shape.length === 4) return { initialiser: 'He normal' };
  return { initialiser: shape.length === 2 ? 'Xavier uniform' : 'zeros' };
}

/**
 * Fan-in and fan-out of a parameter by its shape: filters `[outChannels, inChannels, kernelHeight,
 * kernelWidth]`, weights `[units, inputs]`, bias `[units]` (it reads one input, a constant 1).
 *
 * @param groups of `LayerShape.parameters`: an input reaches only 1/groups of the outputs. In a depthwise
 *   convolution, with filters `[channels, 1, kernelHeight, kernelWidth]`, there are as many groups as
 *   channels.
 */
export function fansOf(shape: readonly number[], groups = 1): { fanIn: number; fanOut: number } {
  const [outputs, inputs = 1, ...kernel] = shape;
  const taps = kernel.reduce((product, side) => product * side, 1);
  return { fanIn: inputs * taps, fanOut: (outputs / groups) * taps };
}

function fillNormal(random: Random, target: Float64Array, variance: number): void {
  normal(Math.sqrt(variance))(random, target, 0, 0);
}

/**
 * Draws uniformly from [−limit, limit) with limit = √(3 · variance): the variance of a uniform distribution
 * is limit² / 3.
 */
function fillUniform(random: Random, target: Float64Array, variance: number): void {
  uniform(Math.sqrt(3 * variance))(random, target, 0, 0);
}
