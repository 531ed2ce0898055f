export interface SgdOptions {
  learningRate: number;
  momentum: number;
}

type NamedArrays = ReadonlyMap<string, Float64Array>;

/**
 * One step of stochastic gradient descent with momentum, in place, in PyTorch's convention:
 *
 *     v <- momentum·v + gradient
 *     w <- w − learningRate·v
 *
 * The learning rate stands outside the velocity, so that changing it takes effect at once.
 *
 * @param parameters w, by name
 * @param gradients dL/dw, the same names and lengths
 * @param velocities v, the same names and lengths; zeros before the first step
 * @throws RangeError if a gradient or velocity is missing or of another length; nothing has been changed then
 */
export function sgdStep(
  parameters: NamedArrays,
  gradients: NamedArrays,
  velocities: NamedArrays,
  { learningRate, momentum }: SgdOptions,
): void {
  for (const [name, weights] of parameters) {
    partner(name, weights, gradients, 'gradient');
    partner(name, weights, velocities, 'velocity');
  }
  for (const [name, weights] of parameters) {
    const gradient = partner(name, weights, gradients, 'gradient');
    const velocity = partner(name, weights, velocities, 'velocity');
    for (let i = 0; i < weights.length; i++) {
      velocity[i] = momentum * velocity[i] + gradient[i];
      weights[i] -= learningRate * velocity[i];
    }
  }
}

function partner(name: string, weights: Float64Array, among: NamedArrays, what: string): Float64Array {
  const found = among.get(name);
  if (!found)
    throw new RangeError(`Parameter '${name}' has no ${what}; expected one of ${weights.length} numbers.`);
  if (found.length !== weights.length) {
    throw new RangeError(
      `The ${what} of parameter '${name}' has ${found.length} numbers; expected ${weights.length}, as many as the parameter.`,
    );
  }
  return found;
}
