import * as tf from '@tensorflow/tfjs-core';
import { permute } from '../permute';
import type { Problem } from '../problem';

// Ours are `[outputs, channels, height, width]`, theirs `[height, width, channels, outputs]`. A dense layer reads
// a row that was flattened from maps, in their order and in ours, so its weights are filters as large as those maps.

/** The parameters as tfjs wants them, by our names. */
export function tfjsParameters(problem: Problem): Map<string, tf.Tensor> {
  return new Map(
    parametersOf(problem).map(({ name, maps, shape }) => {
      const values = problem.parameters.get(name)!;
      if (!maps) return [name, tf.tensor(Float32Array.from(values), shape)];
      const [outputs, channels, height, width] = maps;
      const theirs = permute(values, maps, [2, 3, 1, 0]);
      const isDense = shape.length === 2;
      return [name, tf.tensor(theirs, isDense ? [shape[1], outputs] : [height, width, channels, outputs])];
    }),
  );
}

/** Back in the layout of our engine. */
export function fromTfjs(
  problem: Problem,
  tensors: ReadonlyMap<string, tf.Tensor>,
): Map<string, ArrayLike<number>> {
  return new Map(
    parametersOf(problem).map(({ name, maps }) => {
      const values = tensors.get(name)!.dataSync<'float32'>();
      if (!maps) return [name, values];
      const [outputs, channels, height, width] = maps;
      return [name, permute(values, [height, width, channels, outputs], [3, 2, 0, 1])];
    }),
  );
}

/** With each its shape as `[outputs, channels, height, width]`, but for a bias. */
function parametersOf({ shapes }: Problem): { name: string; shape: number[]; maps?: number[] }[] {
  return shapes.flatMap((layer, index) =>
    layer.parameters.map(({ name, shape }) => {
      if (shape.length === 4) return { name, shape, maps: shape };
      if (shape.length === 1) return { name, shape };
      const { channels, height, width } = shapes[index - 1].input;
      return { name, shape, maps: [shape[0], channels, height, width] };
    }),
  );
}
