import * as ort from 'onnxruntime-web';
import type { Contestant } from '../contestant';
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

  async inference(problem) {
    const session = await open(inferenceGraph(problem));
    const feeds = { image: imagesOf(problem, 1) };
    let probabilities = new Float32Array();
    return {
      async forward() {
        probabilities = (await session.run(feeds)).probabilities.data as Float32Array<ArrayBuffer>;
      },
      probabilities: () => probabilities,
    };
  },
};

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
