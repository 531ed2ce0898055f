import { forwardGraph } from './forwardGraph';
import { OnnxGraph } from './graph';
import { onnxParameters } from './parameters';
import type { Problem } from '../../problem';

/**
 * From one image, 'image', to its 'probabilities'. The parameters are inputs, or constants, which the runtime may prepare but
 * which then can never change.
 */
export function inferenceGraph(problem: Problem, weights: 'inputs' | 'constants'): Uint8Array {
  const graph = new OnnxGraph();
  const { channels, height, width } = problem.spec.input;
  const image = graph.input('image', [1, channels, height, width]);
  const parameters = new Map(
    onnxParameters(problem).map(({ name, values, shape }) => [
      name,
      weights === 'inputs' ? graph.input(name, shape) : graph.constant(values, shape),
    ]),
  );
  const { logits, units } = forwardGraph(graph, problem, 1, image, parameters);
  graph.output('probabilities', graph.node('Softmax', [logits], { axis: 1 }), [1, units]);
  return graph.encode();
}
