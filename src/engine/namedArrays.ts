/** Arrays by name, such as 'conv1.filters'. */
export type NamedArrays = ReadonlyMap<string, Float64Array>;

/** Names and shapes of arrays. */
export type Tensors = readonly { readonly name: string; readonly shape: readonly number[] }[];

/** An array of zeros for each tensor. */
export function allocate(tensors: Tensors): Map<string, Float64Array> {
  return new Map(tensors.map(({ name, shape }) => [name, new Float64Array(productOf(shape))]));
}

/** The arrays of these tensors, not copied, each checked as in `arrayOf`; all others are left out. */
export function pick(arrays: NamedArrays, tensors: Tensors, what: string): Map<string, Float64Array> {
  return new Map(tensors.map(({ name, shape }) => [name, arrayOf(arrays, name, productOf(shape), what)]));
}

/**
 * The array of that name.
 *
 * @param what the array is, for messages: 'gradient of parameter'
 * @throws RangeError if it is missing or has another length
 */
export function arrayOf(arrays: NamedArrays, name: string, length: number, what: string): Float64Array {
  const found = arrays.get(name);
  if (!found) throw new RangeError(`There is no ${what} '${name}'; expected one of ${length} numbers.`);
  if (found.length !== length) {
    throw new RangeError(`The ${what} '${name}' has ${found.length} numbers; expected ${length}.`);
  }
  return found;
}

/** Number of elements of an array of that shape. */
export function productOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}
