import { permute } from '../../permute';
import type { Problem } from '../../problem';

/** A parameter as the graphs want it: in 32 bits, the weights of a dense layer as `[inputs, units]`. */
export interface OnnxParameter {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array<ArrayBuffer>;
}

export function onnxParameters({ shapes, parameters }: Problem): OnnxParameter[] {
  return shapes
    .flatMap((layer) => layer.parameters)
    .map(({ name, shape }) => {
      const values = parameters.get(name)!;
      if (!isMatrix(shape)) return { name, shape, values: Float32Array.from(values) };
      return { name, shape: [shape[1], shape[0]], values: permute(values, shape, [1, 0]) };
    });
}

/** Back in the layout of our engine. */
export function fromOnnx(values: ArrayLike<number>, shape: readonly number[]): ArrayLike<number> {
  return isMatrix(shape) ? permute(values, shape, [1, 0]) : values;
}

/** The weights of a dense layer; filters have four sides, and a bias one. */
function isMatrix(shape: readonly number[]): boolean {
  return shape.length === 2;
}
