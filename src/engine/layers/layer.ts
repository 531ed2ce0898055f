import type { LayerShape, Shape } from '../layerShape';
import type { Passes } from '../passes';
import type { Random } from '../random';

/** Fields common to the specs of all kinds of layers. */
export interface NamedSpec {
  type: string;
  name: string;
}

/** One kind of layer, with everything the engine knows about it: what each file of this folder exports. */
export interface Layer<Spec extends NamedSpec> {
  /**
   * Its output shape, windows and parameters for an input.
   *
   * @throws SpecError if it cannot take that input
   */
  shape(spec: Spec, input: Shape): Omit<LayerShape, 'name' | 'input'>;
  /** Allocates the buffers it needs; its forward and backward pass then allocate nothing. */
  compile(spec: Spec, shape: LayerShape, buffers: LayerBuffers): CompiledLayer;
  /** Whether, in training, its output for one image depends on the other images of the batch. */
  readonly mixesImages: boolean;
  /**
   * When it subtracts the mean of its input, so that a constant added to all of these numbers has gradient 0.
   */
  readonly normalises: 'never' | 'in training' | 'always';
  /**
   * Where it has no derivative, its activation aside: nowhere, or where the input it picks for an output
   * changes; in that case, the function that reads those choices from its input.
   */
  readonly nonDifferentiable: 'nowhere' | ForEachChoice;
  /** Which kernel can compute it where shapes allow; all else runs `compile`, over the same memory. */
  readonly inKernels?: 'convolution' | 'depthwise convolution' | 'max pool' | 'dense' | 'flatten';
}

/**
 * Calls a visitor with the index of the input chosen for each output of a batch. Stops and returns false as
 * soon as the visitor returns false.
 *
 * @param input `[batch, channels, height, width]`
 */
export type ForEachChoice = (
  shape: LayerShape,
  input: Float64Array,
  batch: number,
  visit: (output: number, choice: number) => boolean,
) => boolean;

/** Batches are `[batch, channels, height, width]`, parameters in the order and shape of `LayerShape.parameters`. */
export interface LayerBuffers {
  batch: number;
  input: Float64Array;
  output: Float64Array;
  parameters: Float64Array[];
  /** In the order and shape of `LayerShape.state`; only `advance` changes it. */
  state: Float64Array[];
  /** dL/d input, dL/d output, dL/d parameters. */
  inputGradient: Float64Array;
  outputGradient: Float64Array;
  parameterGradients: Float64Array[];
  mode: Mode;
}

/** The mode of the forward pass. */
export interface Mode {
  training: boolean;
  /**
   * Backward treats the means and variances computed from the input as constants, and so gives the gradients
   * as if no normalisation cancelled anything. Only the gradient check uses it.
   */
  constantStatistics?: boolean;
}

/** A compiled layer: its passes, and for some kinds more. */
export interface CompiledLayer extends Passes {
  /** Arrays beside the output that are worth showing, by the last part of their name, such as 'mask'. */
  readonly auxiliary?: Readonly<Record<string, Float64Array>>;
  /** Draws new random masks. */
  drawMask?(random: Random): void;
  /** Updates `state` from the latest forward pass in training. */
  advance?(): void;
}

/** For layers without padding. */
export const noPads = { top: 0, left: 0, bottom: 0, right: 0 };

/** The remaining fields of a layer's shape where each output reads one input and nothing is learned. */
export const pointwise = {
  pads: noPads,
  stride: { rows: 1, columns: 1 },
  dilation: 1,
  kernel: { height: 1, width: 1 },
  parameters: [],
  state: [],
};

/** A table of kinds by the type in their specs; an entry under any other name does not compile. */
export function tableOf<Table extends { [Type in keyof Table & string]: Layer<NamedSpec & { type: Type }> }>(
  table: Table,
): Table {
  return table;
}
