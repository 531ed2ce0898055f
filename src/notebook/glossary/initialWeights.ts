import { fansOf, type InitialiserName } from '../../engine/initialisers';
import { startOf } from '../sheet/initialise';
import type { Subject } from './subject';

/** How filters or dense weights are initialised. */
export interface First {
  /** "conv1.filters". */
  readonly name: string;
  /** Undefined where the notebook specifies the numbers. */
  readonly initialiser?: InitialiserName;
  readonly argument?: number;
  readonly fanIn: number;
  readonly fanOut: number;
}

/** The initialisation of all filters and dense weights, in the order of the layers. */
export function firstWeights({ spec, layers }: Subject): First[] {
  return layers
    .flatMap(({ shape }) => shape.parameters)
    .filter(({ shape }) => shape.length > 1)
    .map((parameter) => ({
      name: parameter.name,
      ...named(startOf(spec, parameter)),
      ...fansOf(parameter.shape, parameter.groups),
    }));
}

function named(start: ReturnType<typeof startOf>): Pick<First, 'initialiser' | 'argument'> {
  return 'numbers' in start ? {} : start;
}
