/** Blocks of numbers by name, such as 'conv1.filters'. */
export type NamedArrays = ReadonlyMap<string, Float64Array>;

/** What the blocks are called, and their shapes. */
export type Tensors = readonly { readonly name: string; readonly shape: readonly number[] }[];

/** Zeros for each tensor. */
export function allocate(tensors: Tensors): Map<string, Float64Array> {
  return new Map(tensors.map(({ name, shape }) => [name, new Float64Array(productOf(shape))]));
}

/** Those very arrays, checked as `arrayOf` does; others among them are left out. */
export function pick(arrays: NamedArrays, tensors: Tensors, what: string): Map<string, Float64Array> {
  return new Map(tensors.map(({ name, shape }) => [name, arrayOf(arrays, name, productOf(shape), what)]));
}

/**
 * The array of that name.
 *
 * @param what the array is, for messages: 'gradient of parameter'
 * @throws RangeError if there is none, or one of another length
 */
export function arrayOf(arrays: NamedArrays, name: string, length: number, what: string): Float64Array {
  const found = arrays.get(name);
  if (!found) throw new RangeError(`There is no ${what} '${name}'; expected one of ${length} numbers.`);
  if (found.length !== length) {
    throw new RangeError(`The ${what} '${name}' has ${found.length} numbers; expected ${length}.`);
  }
  return found;
}

/** How many numbers an array of that shape holds. */
export function productOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}
