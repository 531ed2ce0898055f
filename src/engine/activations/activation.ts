import type { Shape } from '../layerShape';
import type { Passes } from '../passes';

/** What each file of this folder exports: one kind of activation, with all that the engine knows of it. */
export interface ActivationKind {
  /** Allocates what it needs of its own; the two passes allocate nothing. */
  readonly compile: CompileActivation;
  /** The function of one number that it is; undefined where an output depends on several inputs, as of softmax. */
  readonly pointwise: Pointwise | undefined;
  /** Where it has no derivative. At 0 its output must have the sign of its input: the gradient check goes by that. */
  readonly nonDifferentiable: 'nowhere' | 'at 0';
  /** Kernels apply it to what a convolution has summed, before that leaves the cache; others run behind the layer. */
  readonly inKernels?: 'rectify';
}

/**
 * An activation works in place, for the layer before it has no further use for its x.
 *
 * @param values `[batch, channels, height, width]`: x before, activations after `forward`
 * @param gradient dL/d activations
 * @param inputGradient dL/dx, filled by `backward`
 * @param shape of one image; only softmax asks for it
 */
export type CompileActivation = (
  values: Float64Array,
  gradient: Float64Array,
  inputGradient: Float64Array,
  shape: Shape,
) => Passes;

/** A function of one number and its derivative. */
export interface Pointwise {
  value(x: number): number;
  /** @param a the value at x, from which the slope of some can be told */
  slope(x: number, a: number): number;
}
