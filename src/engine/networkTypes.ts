import type { LayerShape } from './layerShape';
import type { NamedArrays } from './namedArrays';
import type { Random } from './random';
import type { NetworkSpec } from './spec';

/**
 * A network with a place for every number it computes. The arrays stay the same for its whole life, but for those that
 * `reveal` makes longer.
 */
export interface Network {
  readonly spec: NetworkSpec;
  readonly batchSize: number;
  readonly shapes: LayerShape[];
  /** `[batch, channels, height, width]`; the caller fills it. */
  readonly input: Float64Array;
  /**
   * `[batch, units]`; the caller fills it. For sigmoidCrossEntropy each from 0 to 1, for softmaxCrossEntropy a
   * one-hot row, or a distribution, for each image, for squaredError any numbers.
   */
  readonly target: Float64Array;
  /** By name, such as 'conv1.filters', shaped as `shapes` says. Zeros at first; the caller fills them. */
  readonly parameters: NamedArrays;
  /** dL/d parameter, by the same names. */
  readonly gradients: NamedArrays;
  /** By name, such as 'norm1.running_mean', where `shapes` says at first. The caller may overwrite them. */
  readonly state: NamedArrays;
  /**
   * What layers keep besides: '<dropout>.mask', `[batch, channels, height, width]`, all 1 until it is drawn;
   * '<batchNorm>.batch_mean' and '<batchNorm>.batch_variance', `[channels]`, of the latest forward in training. The
   * caller may overwrite the masks.
   */
  readonly auxiliary: NamedArrays;
  /**
   * By layer name, what comes out of the layer after its activation, `[batch, channels, height, width]`; also
   * 'logits' (the last layer's output itself) and 'probabilities' (what the loss makes of them: their sigmoid or
   * softmax; for squaredError they are the outputs).
   */
  readonly activations: NamedArrays;
  /** dL/d activations, by layer name, and 'input' and 'logits' (again the last layer's own). */
  readonly activationGradients: NamedArrays;
  /** `[batch]`, the loss of each image. */
  readonly losses: Float64Array;
  /**
   * True at first: batchNorm normalises by the statistics of the batch, dropout by its mask. False: batchNorm by the
   * running statistics, and dropout lets everything pass. `forward` looks at it, and `backward` undoes that forward.
   */
  training: boolean;
  /** Fills everything from the activations to the losses; returns L, their mean over the batch. */
  forward(): number;
  /** Fills both kinds of gradients, of L; to be called after `forward`, on whose activations it rests. */
  backward(): void;
  /**
   * Brings the activations of all layers and their gradients up to the latest passes, for the first so many images
   * of the batch, by default all; `training` must be what it was then. Only a network with kernels leaves them behind;
   * of it, `forward` and `backward` fill the last layer's, the losses and the gradients of the parameters, and the arrays of
   * the hidden layers are only as long as the most images that were revealed, at least one.
   */
  reveal(images?: number): void;
  /** Draws the mask of every dropout anew, in the order of the layers. */
  drawMasks(random: Random): void;
  /** Takes the statistics of the latest forward in training into the running ones; without one, does nothing. */
  advance(): void;
}

/** Arrays of another network of the same spec, or the caller's own. */
export interface Shared {
  parameters: NamedArrays;
  state: NamedArrays;
}
