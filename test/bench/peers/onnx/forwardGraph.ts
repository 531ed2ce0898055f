import type { LayerShape } from '../../../../src/engine/shapes';
import type { LayerSpec } from '../../../../src/engine/spec';
import type { Problem } from '../../problem';
import type { OnnxGraph } from './graph';

/** A layer in the graph, and what the way back through it will need. */
export interface Trace {
  readonly layer: LayerSpec;
  readonly shape: LayerShape;
  readonly input: string;
  readonly output: string;
  /** Of a max pool, where its winners stood; made only where it is asked for. */
  readonly winners?: string;
}

/**
 * All layers, forward.
 *
 * @param parameters the tensor of each parameter, by its name
 * @param forTraining whether a max pool says which of its inputs won
 */
export function forwardGraph(
  graph: OnnxGraph,
  { spec, shapes }: Problem,
  batch: number,
  images: string,
  parameters: ReadonlyMap<string, string>,
  forTraining = false,
): { logits: string; units: number; traces: Trace[] } {
  const traces: Trace[] = [];
  let input = images;
  spec.layers.forEach((layer, index) => {
    const shape = shapes[index];
    const own = shape.parameters.map(({ name }) => parameters.get(name)!);
    const trace = {
      layer,
      shape,
      input,
      ...forward(graph, layer, shape, [input, ...own], batch, forTraining),
    };
    traces.push(trace);
    input = trace.output;
  });
  return { logits: input, units: shapes[shapes.length - 1].output.channels, traces };
}

/** Top, left, bottom, right, as ONNX wants them. */
export function padsOf({ pads }: LayerShape): number[] {
  return [pads.top, pads.left, pads.bottom, pads.right];
}

function forward(
  graph: OnnxGraph,
  layer: LayerSpec,
  shape: LayerShape,
  inputs: string[],
  batch: number,
  forTraining: boolean,
): Pick<Trace, 'output' | 'winners'> {
  switch (layer.type) {
    case 'conv2d': {
      const maps = graph.node('Conv', inputs, { kernel_shape: layer.kernel, pads: padsOf(shape) });
      return { output: layer.activation === 'relu' ? graph.node('Relu', [maps]) : maps };
    }
    case 'maxPool2d': {
      const sides = { kernel_shape: layer.size, strides: layer.size };
      const [output, winners] = graph.nodeOf(forTraining ? 2 : 1, 'MaxPool', inputs, sides);
      return { output, winners };
    }
    case 'flatten':
      return { output: graph.node('Reshape', [inputs[0], graph.whole(batch, shape.output.channels)]) };
    case 'dense':
      return { output: graph.node('Gemm', inputs) };
    default:
      throw new Error(`The bench has no ONNX graph for a layer of type ${layer.type}.`);
  }
}
