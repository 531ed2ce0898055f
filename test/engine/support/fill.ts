import { Random } from '../../../src/engine/random';

/** Fills arrays with normal numbers from a seed. */
export function fill(seed: number, ...arrays: Float64Array[]): void {
  const random = new Random(seed);
  for (const array of arrays) for (let i = 0; i < array.length; i++) array[i] = random.normal();
}
