import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import type { Contestant } from '../contestant';
import { permute } from '../permute';
import type { Problem } from '../problem';
import { tfjsAnswers, tfjsLogits } from './tfjsLayers';
import { fromTfjs, tfjsParameters } from './tfjsParameters';

/** Google's engine, on one of its backends that need no graphics processor. */
export function tfjs(backend: 'wasm' | 'cpu', mostFlops?: number): Contestant {
  const select = async () => {
    if (!(await tf.setBackend(backend))) throw new Error(`tfjs cannot start its backend '${backend}'.`);
  };
  return {
    name: `tfjs-${backend}`,
    precision: 'f32',
    ours: false,
    mostFlops,

    async training(problem) {
      await select();
      const { spec, batch, target } = problem;
      if (spec.loss !== 'softmaxCrossEntropy')
        throw new Error(`The bench has no loss ${spec.loss} for tfjs.`);
      const images = imagesOf(problem, batch);
      const targets = tf.tensor2d(Float32Array.from(target), [batch, target.length / batch]);
      const initial = tfjsParameters(problem);
      const variables = new Map([...initial].map(([name, value]) => [name, tf.variable(value)]));
      const optimiser = tf.train.sgd(problem.rate);
      const loss = () =>
        tf.losses.softmaxCrossEntropy<tf.Tensor2D, tf.Scalar>(
          targets,
          tfjsLogits(problem, images, variables),
        );
      return {
        select,
        reset: () => variables.forEach((variable, name) => variable.assign(initial.get(name)!)),
        step: () => tf.tidy(() => void optimiser.minimize(loss, false, [...variables.values()])),
        parameters: () => fromTfjs(problem, variables),
      };
    },

    async inference(problem) {
      await select();
      const images = imagesOf(problem, 1);
      const parameters = tfjsParameters(problem);
      let probabilities = new Float32Array();
      return {
        select,
        forward() {
          const answers = tf.tidy(() => tf.softmax(tfjsAnswers(problem, images, parameters)));
          probabilities = answers.dataSync<'float32'>() as Float32Array<ArrayBuffer>;
          answers.dispose();
        },
        probabilities: () => probabilities,
      };
    },
  };
}

/** Where tfjs finds its WebAssembly; to be told before it starts. One thread, as in Excel, which isolates no page. */
export function prepareTfjs(files: string): void {
  setWasmPaths(files);
  tf.enableProdMode();
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
}

/** `[batch, height, width, channels]`. */
function imagesOf({ spec, input }: Problem, batch: number): tf.Tensor4D {
  const { channels, height, width } = spec.input;
  const ours = input.subarray(0, batch * channels * height * width);
  const values = permute(ours, [batch, channels, height, width], [0, 2, 3, 1]);
  return tf.tensor4d(values, [batch, height, width, channels]);
}
