import {
  defaultInitialiser,
  fansOf,
  initialiserFor,
  type InitialiserName,
  type NamedInitialiser,
} from '../../engine/initialisers';
import { Random } from '../../engine/random';
import { inferShapes, type Parameter } from '../../engine/shapes';
import type { NotebookSpec } from './spec';

/**
 * The initial weights of a notebook, determined by the seed.
 *
 * @returns parameter name -> values, shaped as `inferShapes` says
 */
export function initialParameters(spec: NotebookSpec, seed: number): Map<string, Float64Array> {
  const random = new Random(seed);
  const parameters = new Map<string, Float64Array>();
  for (const parameter of inferShapes(spec.network).flatMap((layer) => layer.parameters)) {
    const { name, shape, groups } = parameter;
    const values = new Float64Array(shape.reduce((product, side) => product * side, 1));
    const start = startOf(spec, parameter);
    if ('numbers' in start) values.set(start.numbers);
    else {
      const { fanIn, fanOut } = fansOf(shape, groups);
      initialiserFor(start.initialiser, start.argument)(random, values, fanIn, fanOut);
    }
    parameters.set(name, values);
  }
  return parameters;
}

/** How a parameter is initialised: the numbers of the spec, its initialiser, or the default. */
export function startOf(
  { initial }: NotebookSpec,
  parameter: Parameter,
): NamedInitialiser | { readonly numbers: readonly number[] } {
  const given = initial?.[parameter.name];
  if (!given) return defaultInitialiser(parameter);
  if ('standardDeviation' in given) return { initialiser: 'normal', argument: given.standardDeviation };
  if ('initialiser' in given)
    return { initialiser: given.initialiser as InitialiserName, argument: given.argument };
  return { numbers: given };
}
