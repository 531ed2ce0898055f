import { layerFor } from '../../../src/engine/layers';
import type { CompiledLayer, LayerBuffers } from '../../../src/engine/layers/layer';
import { sizeOf, type LayerShape, type Shape } from '../../../src/engine/shapes';
import type { LayerSpec } from '../../../src/engine/spec';

export interface LayerAlone extends LayerBuffers, CompiledLayer {
  shape: LayerShape;
}

/**
 * A layer outside of any network, in training, with buffers of its own. Gradients start as NaN: backward must fill
 * them.
 */
export function layerAlone(spec: LayerSpec, input: Shape, batch = 1): LayerAlone {
  const shape: LayerShape = { name: spec.name, input, ...layerFor(spec).shape(spec, input) };
  const sizes = shape.parameters.map((parameter) => sizeOfTensor(parameter.shape));
  const buffers: LayerBuffers = {
    batch,
    input: new Float64Array(batch * sizeOf(input)),
    output: new Float64Array(batch * sizeOf(shape.output)).fill(NaN),
    parameters: sizes.map((size) => new Float64Array(size)),
    state: shape.state.map((state) => new Float64Array(sizeOfTensor(state.shape)).fill(state.initial)),
    inputGradient: new Float64Array(batch * sizeOf(input)).fill(NaN),
    outputGradient: new Float64Array(batch * sizeOf(shape.output)),
    parameterGradients: sizes.map((size) => new Float64Array(size).fill(NaN)),
    mode: { training: true },
  };
  return { shape, ...buffers, ...layerFor(spec).compile(spec, shape, buffers) };
}

/** One channel of an image. */
export function map(height: number, width: number): Shape {
  return { channels: 1, height, width };
}

function sizeOfTensor(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}
