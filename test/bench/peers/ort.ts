import * as ort from 'onnxruntime-web';
import type { Contestant, Inference } from '../contestant';
import type { Problem } from '../problem';
import { inferenceGraph } from './onnx/inferenceGraph';
import { fromOnnx, onnxParameters } from './onnx/parameters';
import { trainingGraph, updated } from './onnx/trainingGraph';

/** Microsoft's runtime for browsers, on its WebAssembly backend and one thread. */
export const onnxRuntimeWeb: Contestant = {
  name: 'onnxruntime-web',
  precision: 'f32',
  ours: false,

  async training(problem) {
    const session = await open(trainingGraph(problem));
    const { batch, spec, shapes } = problem;
    const fixed = {
      images: imagesOf(problem, batch),
      targets: tensor(problem.target, [batch, problem.target.length / batch]),
    };
    const initial = new Map(
      onnxParameters(problem).map(({ name, values, shape }) => [name, tensor(values, shape)]),
    );
    let feeds: Record<string, ort.Tensor> = {};
    if (spec.loss !== 'softmaxCrossEntropy') throw new Error(`The training graph has no loss ${spec.loss}.`);
    return {
      reset: () => void (feeds = { ...fixed, ...Object.fromEntries(initial) }),
      async step() {
        const results = await session.run(feeds);
        for (const name of initial.keys()) feeds[name] = results[updated(name)] as ort.Tensor;
      },
      parameters: () =>
        new Map(
          shapes
            .flatMap((layer) => layer.parameters)
            .map(({ name }) => [name, fromOnnx(feeds[name].data as Float32Array, feeds[name].dims)]),
        ),
    };
  },

  // Weights as inputs: in a sheet they change between two passes, by hand or by a step.
  inference: (problem) => answering(problem, 'inputs'),
};

/** The same with weights that never change: it says how much that would help, and is nobody whom a goal is measured by. */
export const onnxRuntimeWebFixed: Contestant = {
  name: 'onnxruntime-web, weights built in',
  precision: 'f32',
  ours: false,
  aside: true,
  inference: (problem) => answering(problem, 'constants'),
};

async function answering(problem: Problem, weights: 'inputs' | 'constants'): Promise<Inference> {
  const session = await open(inferenceGraph(problem, weights));
  const parameters = weights === 'inputs' ? onnxParameters(problem) : [];
  const feeds = {
    image: imagesOf(problem, 1),
    ...Object.fromEntries(parameters.map(({ name, values, shape }) => [name, tensor(values, shape)])),
  };
  let probabilities = new Float32Array();
  return {
    async forward() {
      probabilities = (await session.run(feeds)).probabilities.data as Float32Array<ArrayBuffer>;
    },
    probabilities: () => probabilities,
  };
}

function open(model: Uint8Array): Promise<ort.InferenceSession> {
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = 'error';
  return ort.InferenceSession.create(model, {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
  });
}

function imagesOf({ spec, input }: Problem, batch: number): ort.Tensor {
  const { channels, height, width } = spec.input;
  const size = channels * height * width;
  return tensor(input.subarray(0, batch * size), [batch, channels, height, width]);
}

function tensor(values: ArrayLike<number>, shape: readonly number[]): ort.Tensor {
  return new ort.Tensor('float32', Float32Array.from(values), shape);
}
