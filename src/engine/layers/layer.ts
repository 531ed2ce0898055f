import type { LayerShape, Shape } from '../shapes';
import type { LayerSpec } from '../spec';

/** What each file of this folder exports: one kind of layer, from its shape rule to its backward pass. */
export interface Layer<Spec extends LayerSpec> {
  /** What the layer makes of an input. Throws a SpecError if it cannot take it. */
  shape(spec: Spec, input: Shape): Omit<LayerShape, 'name' | 'input'>;
  /** Allocates what the layer needs of its own; the two passes allocate nothing. */
  compile(spec: Spec, shape: LayerShape, buffers: LayerBuffers): Passes;
}

/** Batches are `[batch, channels, height, width]`, parameters in the order and shape of `LayerShape.parameters`. */
export interface LayerBuffers {
  batch: number;
  input: Float64Array;
  output: Float64Array;
  parameters: Float64Array[];
  /** dL/d input, dL/d output, dL/d parameters. */
  inputGradient: Float64Array;
  outputGradient: Float64Array;
  parameterGradients: Float64Array[];
}

export interface Passes {
  /** Fills `output` from `input` and `parameters`. */
  forward(): void;
  /** Fills `inputGradient` and `parameterGradients`, whatever they held, from `outputGradient`. */
  backward(): void;
}

/** The pads of a layer that has none. */
export const noPads = { top: 0, left: 0, bottom: 0, right: 0 };
