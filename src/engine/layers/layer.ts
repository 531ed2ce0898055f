import type { LayerShape, Shape } from '../layerShape';
import type { Passes } from '../passes';
import type { Random } from '../random';

/** What the spec of every kind of layer has. */
export interface NamedSpec {
  type: string;
  name: string;
}

/** What each file of this folder exports: one kind of layer, with all that the engine knows of it. */
export interface Layer<Spec extends NamedSpec> {
  /** What the layer makes of an input. Throws a SpecError if it cannot take it. */
  shape(spec: Spec, input: Shape): Omit<LayerShape, 'name' | 'input'>;
  /** Allocates what the layer needs of its own; the two passes allocate nothing. */
  compile(spec: Spec, shape: LayerShape, buffers: LayerBuffers): CompiledLayer;
  /** Whether, in training, what it makes of an image depends on the other images of the batch. */
  readonly mixesImages: boolean;
  /** When it subtracts a mean of its own input, so that what all these numbers have in common has no gradient. */
  readonly normalises: 'never' | 'in training' | 'always';
  /**
   * Where it has no derivative, its activation aside: nowhere, or where a choice that it makes for each output changes;
   * then, how to read these choices off its input.
   */
  readonly nonDifferentiable: 'nowhere' | ForEachChoice;
  /** What of it kernels can compute, where shapes allow it; all else runs by `compile`, over the same memory. */
  readonly inKernels?: 'convolution' | 'depthwise convolution' | 'max pool' | 'dense' | 'flatten';
}

/**
 * Visits the outputs of a batch, with the choice made for each, as a number; ends, with false, when the visitor says false.
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
  /** In the order and shape of `LayerShape.state`. Only `advance` changes it. */
  state: Float64Array[];
  /** dL/d input, dL/d output, dL/d parameters. */
  inputGradient: Float64Array;
  outputGradient: Float64Array;
  parameterGradients: Float64Array[];
  mode: Mode;
}

/** How the latest forward pass runs, or ran. */
export interface Mode {
  training: boolean;
  /**
   * Backward takes means and variances that were computed from the input for constants: so it tells what would flow back if
   * no normalisation took anything out. Only the gradient check asks for it.
   */
  constantStatistics?: boolean;
}

/** Most kinds of layers have nothing but their passes. */
export interface CompiledLayer extends Passes {
  /** What the layer keeps besides its output and is worth a look, by the last word of its name. */
  readonly auxiliary?: Readonly<Record<string, Float64Array>>;
  /** Draws anew what is left to chance. */
  drawMask?(random: Random): void;
  /** Takes into `state` what the latest forward pass in training has found. */
  advance?(): void;
}

/** The pads of a layer that has none. */
export const noPads = { top: 0, left: 0, bottom: 0, right: 0 };

/** The rest of a layer's shape where each output reads one place, and nothing is learned. */
export const pointwise = {
  pads: noPads,
  stride: 1,
  dilation: 1,
  kernel: { height: 1, width: 1 },
  parameters: [],
  state: [],
};

/** A table of kinds by the type that their specs name: a kind under another name does not compile. */
export function tableOf<Table extends { [Type in keyof Table & string]: Layer<NamedSpec & { type: Type }> }>(
  table: Table,
): Table {
  return table;
}
