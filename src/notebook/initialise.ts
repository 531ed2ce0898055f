import { fansOf, glorotUniform, heNormal, zeros } from '../engine/initialisers';
import { Random } from '../engine/random';
import { inferShapes } from '../engine/shapes';
import type { NotebookSpec } from './spec';

/**
 * The first weights of a notebook: the same for the same seed. Parameters that the spec does not fix
 * start as is usual: filters He normal, dense weights Glorot uniform, biases 0.
 * @returns parameter name -> values, shaped as `inferShapes` says
 */
export function initialParameters(spec: NotebookSpec, seed: number): Map<string, Float64Array> {
  const random = new Random(seed);
  const parameters = new Map<string, Float64Array>();
  for (const { name, shape } of inferShapes(spec.network).flatMap((layer) => layer.parameters)) {
    const values = new Float64Array(shape.reduce((product, side) => product * side, 1));
    fill(spec, name, shape, values, random);
    parameters.set(name, values);
  }
  return parameters;
}

function fill(spec: NotebookSpec, name: string, shape: number[], values: Float64Array, random: Random): void {
  const initial = spec.initial?.[name];
  const { fanIn, fanOut } = fansOf(shape);
  if (isNumbers(initial)) values.set(initial);
  else if (initial)
    for (let i = 0; i < values.length; i++) values[i] = initial.standardDeviation * random.normal();
  else if (shape.length === 4) heNormal(random, values, fanIn, fanOut);
  else if (shape.length === 2) glorotUniform(random, values, fanIn, fanOut);
  else zeros(random, values, fanIn, fanOut);
}

function isNumbers(initial: unknown): initial is readonly number[] {
  return Array.isArray(initial);
}
