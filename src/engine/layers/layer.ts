import type { LayerShape, Shape } from '../layerShape';
import type { Passes } from '../passes';
import type { Random } from '../random';
import type { LayerSpec } from '../spec';

/** What each file of this folder exports: one kind of layer, from its shape rule to its backward pass. */
export interface Layer<Spec extends LayerSpec> {
  /** What the layer makes of an input. Throws a SpecError if it cannot take it. */
  shape(spec: Spec, input: Shape): Omit<LayerShape, 'name' | 'input'>;
  /** Allocates what the layer needs of its own; the two passes allocate nothing. */
  compile(spec: Spec, shape: LayerShape, buffers: LayerBuffers): CompiledLayer;
}

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
  /** How the latest forward pass runs, or ran. */
  mode: { training: boolean };
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
  kernel: { height: 1, width: 1 },
  parameters: [],
  state: [],
};
