import {
  fansOf,
  glorotUniform,
  heNormal,
  initialiserFor,
  normal,
  zeros,
  type InitialiserName,
  type Initialiser,
} from '../../engine/initialisers';
import { Random } from '../../engine/random';
import { inferShapes, type Parameter } from '../../engine/shapes';
import type { Initial, NotebookSpec } from './spec';

/**
 * The first weights of a notebook: the same for the same seed. Parameters that the spec does not fix
 * start as is usual: filters He normal, dense weights Glorot uniform, biases 0.
 * @returns parameter name -> values, shaped as `inferShapes` says
 */
export function initialParameters(spec: NotebookSpec, seed: number): Map<string, Float64Array> {
  const random = new Random(seed);
  const parameters = new Map<string, Float64Array>();
  for (const parameter of inferShapes(spec.network).flatMap((layer) => layer.parameters)) {
    const { name, shape, groups } = parameter;
    const values = new Float64Array(shape.reduce((product, side) => product * side, 1));
    const { fanIn, fanOut } = fansOf(shape, groups);
    initialiserOf(parameter, spec.initial?.[name])(random, values, fanIn, fanOut);
    parameters.set(name, values);
  }
  return parameters;
}

function initialiserOf({ shape, initial: start }: Parameter, initial: Initial | undefined): Initialiser {
  if (isNumbers(initial)) return (_random, values) => values.set(initial);
  if (initial && 'standardDeviation' in initial) return normal(initial.standardDeviation);
  if (initial) return initialiserFor(initial.initialiser as InitialiserName, initial.argument);
  if (start !== undefined) return (_random, values) => void values.fill(start);
  if (shape.length === 4) return heNormal;
  return shape.length === 2 ? glorotUniform : zeros;
}

function isNumbers(initial: Initial | undefined): initial is readonly number[] {
  return Array.isArray(initial);
}
