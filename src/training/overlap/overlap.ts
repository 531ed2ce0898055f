import type { NamedArrays } from '../../engine/namedArrays';

/** By name of a parameter or state that both networks have, in the new network. */
export type Overlap = ReadonlyMap<string, TensorOverlap>;

/** Where the numbers of a tensor stand in the former tensor of its name. */
export interface TensorOverlap {
  /** In the order of the tensor's shape. */
  readonly axes: readonly AxisOverlap[];
  /** For each number its index in the former tensor, or `NEW`. */
  readonly indexes: Int32Array;
}

export interface AxisOverlap {
  /** For each position its position in the former tensor, or `NEW`. */
  readonly from: readonly number[];
  /** How many positions the former tensor has. */
  readonly former: number;
}

/** The index of a number that the former network does not have. */
export const NEW = -1;

/** Whether a tensor has a number of the former one. */
export function hasKept({ indexes }: TensorOverlap): boolean {
  return indexes.some((index) => index !== NEW);
}

/** Copies what the former tensors have into the new ones. */
export function copyOverlap(overlap: Overlap, to: NamedArrays, from: NamedArrays): void {
  for (const [name, values] of to) {
    const former = from.get(name);
    if (!former) continue;
    overlap.get(name)?.indexes.forEach((index, at) => {
      if (index !== NEW) values[at] = former[index];
    });
  }
}
