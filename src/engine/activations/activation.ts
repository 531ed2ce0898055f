import type { Shape } from '../layerShape';
import type { Passes } from '../passes';

/**
 * One kind of activation, with everything the engine knows about it: what each file of this folder exports.
 */
export interface ActivationKind {
  /** Allocates the buffers it needs; its forward and backward pass then allocate nothing. */
  readonly compile: CompileActivation;
  /**
   * The activation as a function of one number; undefined where an output depends on several inputs
   * (softmax).
   */
  readonly pointwise: Pointwise | undefined;
  /**
   * Where it has no derivative. A kind that bends at 0 must keep the sign of its input: the gradient check
   * reads the side of the kink from the sign of the activation.
   */
  readonly nonDifferentiable: 'nowhere' | 'at 0';
  /**
   * 'rectify': the kernels apply it to a convolution's sums while these are in the cache; all others run
   * after the layer.
   */
  readonly inKernels?: 'rectify';
}

/**
 * Works in place: the layer before it no longer needs its pre-activations x.
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
  /** @param a the activation at x: some derivatives are cheaper from it than from x */
  slope(x: number, a: number): number;
}
