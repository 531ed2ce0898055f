import { minus, quotient, sum, type Operand, type Part } from './explanation';
import { applied, ROOT } from './scalarFunctions';

/** A number brought to mean 0 and variance 1, step by step. */
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

/** A mask of maps: all of those of which any number is meant. */
export function wholeMaps(mask: Uint8Array, maps: number): Uint8Array {
  const size = mask.length / maps;
  return mask.map((_, index) => {
    const start = index - (index % size);
    return mask.subarray(start, start + size).includes(1) ? 1 : 0;
  });
}
