import type { LayerShape } from './layerShape';
import type { NamedArrays } from './namedArrays';
import type { Random } from './random';
import type { NetworkSpec } from './spec';

/**
 * A compiled network, with a buffer for every number it computes. The arrays stay the same for its lifetime,
 * except those that `reveal` lengthens.
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
  /**
   * Layer state by name, such as 'norm1.running_mean', with the initial values of `shapes`. The caller may
   * overwrite it.
   */
  readonly state: NamedArrays;
  /**
   * Further arrays of layers: '<dropout>.mask', `[batch, channels, height, width]`, all 1 until it is drawn;
   * '<batchNorm>.batch_mean' and '<batchNorm>.batch_variance', `[channels]`, of the latest forward in
   * training. The caller may overwrite the masks.
   */
  readonly auxiliary: NamedArrays;
  /**
   * By layer name, the output after the activation, `[batch, channels, height, width]`; also 'logits' (the
   * last layer's output itself) and 'probabilities' (their sigmoid or softmax, by the loss; for squaredError
   * the outputs themselves).
   */
  readonly activations: NamedArrays;
  /** dL/d activations by layer name, and of 'input' and 'logits' (the same array as the last layer's). */
  readonly activationGradients: NamedArrays;
  /** `[batch]`, the loss of each image. */
  readonly losses: Float64Array;
  /**
   * True at first. In training, batchNorm normalises by batch statistics and dropout applies its mask;
   * otherwise batchNorm uses the running statistics and dropout does nothing. `backward` differentiates the
   * mode of the latest `forward`.
   */
  training: boolean;
  /** Computes everything from the activations to the losses; returns L, their mean over the batch. */
  forward(): number;
  /** Computes all gradients of L, from the activations of the latest `forward`. */
  backward(): void;
  /**
   * Brings the hidden activations and their gradients up to date with the latest passes, for the first
   * `images` of the batch (default: all); `training` must not have changed since. Only a network with kernels
   * needs it: its passes compute just the last layer's output, the losses and the parameter gradients, and
   * its hidden arrays are only as long as the most images revealed so far, at least one.
   */
  reveal(images?: number): void;
  /** Draws a new mask for every dropout layer, in the order of the layers. */
  drawMasks(random: Random): void;
  /**
   * Updates the running statistics from the latest forward pass in training; does nothing if there was none.
   */
  advance(): void;
}

/** Parameters and state of another network with the same spec, or the caller's own. */
export interface Shared {
  parameters: NamedArrays;
  state: NamedArrays;
}
