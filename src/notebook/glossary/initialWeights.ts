import { fansOf, type InitialiserName } from '../../engine/initialisers';
import type { Parameter } from '../../engine/shapes';
import type { NotebookSpec } from '../sheet/spec';
import type { Subject } from './subject';

/** How filters or dense weights get their first numbers. */
export interface First {
  /** "conv1.filters". */
  readonly name: string;
  /** Undefined where the starter brings the numbers along. */
  readonly initialiser?: InitialiserName;
  readonly argument?: number;
  readonly fanIn: number;
  readonly fanOut: number;
}

/** Of all filters and dense weights, in the order of the layers. As `initialParameters` has it. */
export function firstWeights({ spec, layers }: Subject): First[] {
  return layers
    .flatMap(({ shape }) => shape.parameters)
    .filter(({ shape }) => shape.length > 1)
    .map((parameter) => ({
      name: parameter.name,
      ...initialiserOf(spec, parameter),
      ...fansOf(parameter.shape, parameter.groups),
    }));
}

function initialiserOf(
  { initial }: NotebookSpec,
  { name, shape }: Parameter,
): Pick<First, 'initialiser' | 'argument'> {
  const own = initial?.[name];
  if (!own) return { initialiser: shape.length === 4 ? 'He normal' : 'Xavier uniform' };
  if (Array.isArray(own)) return {};
  if ('standardDeviation' in own) return { initialiser: 'normal', argument: own.standardDeviation };
  const { initialiser, argument } = own as { initialiser: string; argument?: number };
  return { initialiser: initialiser as InitialiserName, argument };
}
