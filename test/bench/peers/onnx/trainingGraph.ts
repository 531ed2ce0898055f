import type { Problem } from '../../problem';
import { forwardGraph, padsOf, type Trace } from './forwardGraph';
import { OnnxGraph } from './graph';
import { onnxParameters } from './parameters';

/** What a parameter is called once the step has changed it. */
export function updated(name: string): string {
  return `${name}, updated`;
}

/**
 * A training step as a graph of ordinary operators, since the runtime of browsers has none for training: from 'images',
 * 'targets' and the parameters to the 'loss' and the parameters after a step of SGD.
 */
export function trainingGraph(problem: Problem): Uint8Array {
  const { batch, spec } = problem;
  const { channels, height, width } = spec.input;
  const graph = new OnnxGraph();
  const images = graph.input('images', [batch, channels, height, width]);
  const parameters = onnxParameters(problem);
  const inputs = new Map(parameters.map(({ name, shape }) => [name, graph.input(name, shape)]));
  const { logits, units, traces } = forwardGraph(graph, problem, batch, images, inputs, true);
  const targets = graph.input('targets', [batch, units]);

  let gradient = lossGradient(graph, batch, logits, targets);
  const shapes = new Map(parameters.map(({ name, shape }) => [name, shape]));
  const rate = graph.scalar(problem.rate);
  for (const trace of [...traces].reverse()) {
    const back = backward(graph, trace, gradient, batch, inputs, trace.input === images);
    trace.shape.parameters.forEach(({ name }, index) => {
      const change = graph.node('Mul', [back.parameters![index], rate]);
      graph.output(updated(name), graph.node('Sub', [name, change]), shapes.get(name)!);
    });
    gradient = back.input;
  }
  return graph.encode();
}

/** Puts the mean loss out, and returns dL/d logits. */
function lossGradient(graph: OnnxGraph, batch: number, logits: string, targets: string): string {
  const perImage = graph.scalar(1 / batch);
  const probabilities = graph.node('Softmax', [logits], { axis: 1 });
  const chosen = graph.node('Mul', [graph.node('Log', [probabilities]), targets]);
  const sum = graph.node('ReduceSum', [chosen], { keepdims: 0 });
  graph.output('loss', graph.node('Neg', [graph.node('Mul', [sum, perImage])]), []);
  return graph.node('Mul', [graph.node('Sub', [probabilities, targets]), perImage]);
}

interface Back {
  /** dL/d input; of the first layer, which needs none, the name of no tensor. */
  readonly input: string;
  /** dL/d parameters, in their order. */
  readonly parameters?: readonly string[];
}

function backward(
  graph: OnnxGraph,
  trace: Trace,
  gradient: string,
  batch: number,
  parameters: ReadonlyMap<string, string>,
  isFirst: boolean,
): Back {
  const { layer, shape, input } = trace;
  const { channels, height, width } = shape.input;
  switch (layer.type) {
    case 'dense': {
      const weights = parameters.get(shape.parameters[0].name)!;
      return {
        input: graph.node('Gemm', [gradient, weights], { transB: 1 }),
        parameters: [
          graph.node('Gemm', [input, gradient], { transA: 1 }),
          graph.node('ReduceSum', [gradient, graph.whole(0)], { keepdims: 0 }),
        ],
      };
    }
    case 'flatten':
      return { input: graph.node('Reshape', [gradient, graph.whole(batch, channels, height, width)]) };
    case 'maxPool2d': {
      // Where the pool leaves an odd row or column over, the operator has to be told of it.
      const full = graph.whole(batch, channels, height, width);
      const sides = { kernel_shape: layer.size, strides: layer.size };
      return { input: graph.node('MaxUnpool', [gradient, trace.winners!, full], sides) };
    }
    case 'conv2d':
      return backThroughConvolution(graph, trace, gradient, parameters, isFirst);
    default:
      throw new Error(`The bench has no ONNX graph for the way back through a layer of type ${layer.type}.`);
  }
}

/** All three gradients are convolutions again; that of the filters one in which images and channels change places. */
function backThroughConvolution(
  graph: OnnxGraph,
  { layer, shape, input, output }: Trace,
  outputGradient: string,
  parameters: ReadonlyMap<string, string>,
  isFirst: boolean,
): Back {
  const pads = padsOf(shape);
  const gradient =
    'activation' in layer && layer.activation === 'relu'
      ? backThroughRelu(graph, output, outputGradient)
      : outputGradient;
  const swapped = (tensor: string) => graph.node('Transpose', [tensor], { perm: [1, 0, 2, 3] });
  const filters = graph.node('Conv', [swapped(input), swapped(gradient)], {
    kernel_shape: [shape.output.height, shape.output.width],
    pads,
  });
  const kernel_shape = [shape.kernel.height, shape.kernel.width];
  const weights = parameters.get(shape.parameters[0].name)!;
  return {
    input: isFirst ? 'nothing' : graph.node('ConvTranspose', [gradient, weights], { kernel_shape, pads }),
    parameters: [
      swapped(filters),
      graph.node('ReduceSum', [gradient, graph.whole(0, 2, 3)], { keepdims: 0 }),
    ],
  };
}

function backThroughRelu(graph: OnnxGraph, output: string, gradient: string): string {
  const isPositive = graph.node('Greater', [output, graph.scalar(0)]);
  return graph.node('Mul', [gradient, graph.node('Cast', [isPositive], { to: 1 })]);
}
