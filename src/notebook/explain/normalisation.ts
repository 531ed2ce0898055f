import { minus, quotient, sum, type Operand, type Part } from './explanation';
import { applied, ROOT } from './scalarFunctions';

/** The steps of normalising a number to mean 0 and variance 1. */
export interface Normal {
  readonly parts: Part[];
  readonly standardDeviation: Operand;
  readonly result: Operand;
}

/** (x − mean) / √(variance + ε). */
export function normalParts(x: Operand, mean: Operand, variance: Operand, epsilon: number): Normal {
  const centred = sum('x − mean', [x, minus(mean)]);
  const added = sum('variance + ε', [variance, { label: 'ε', value: epsilon }]);
  const standardDeviation = applied(ROOT, 'standard deviation', added.result);
  const normal = quotient('normalised number', centred.result, standardDeviation.result);
  return {
    parts: [centred, added, standardDeviation, normal],
    standardDeviation: standardDeviation.result,
    result: normal.result,
  };
}

/** Extends a mask to the whole of each map with a marked number. */
export function wholeMaps(mask: Uint8Array, maps: number): Uint8Array {
  const size = mask.length / maps;
  return mask.map((_, index) => {
    const start = index - (index % size);
    return mask.subarray(start, start + size).includes(1) ? 1 : 0;
  });
}
