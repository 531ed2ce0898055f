import type { Shape } from '../layerShape';
import type { Passes } from '../passes';

/**
 * What each file of this folder exports. An activation works in place, for the layer before it has no further use
 * for its x.
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
