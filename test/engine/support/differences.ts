/**
 * Compares dL/d values with central differences (L(v + h) − L(v − h)) / 2h, which are off by the order of
 * h² = 1e−10 where L is curved, and by rounding, 1e−16·|L| / h = 1e−11·|L|; so the tolerance of 1e−7 leaves room
 * for both and for nothing else.
 *
 * @param loss recomputes L from scratch
 * @param branch where L has kinks: tells on which side of each it stands now. A number whose two sides differ
 *   has no derivative to compare, and is left out.
 * @returns how many numbers were compared
 */
export function expectGradient(
  values: Float64Array,
  gradient: Float64Array,
  loss: () => number,
  branch: () => string = () => '',
): number {
  const h = 1e-5;
  const computed = Float64Array.from(gradient);
  let compared = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    values[i] = value + h;
    const above = loss();
    const branchAbove = branch();
    values[i] = value - h;
    const below = loss();
    const branchBelow = branch();
    values[i] = value;
    if (branchAbove !== branchBelow) continue;
    compared++;
    const difference = (above - below) / (2 * h);
    const scale = Math.max(1, Math.abs(above), Math.abs(difference));
    if (!(Math.abs(difference - computed[i]) <= 1e-7 * scale)) {
      throw new Error(`Number ${i}: the gradient is ${computed[i]}, the central difference ${difference}.`);
    }
  }
  loss();
  return compared;
}

/** A fixed random weighing of all outputs: its gradient with respect to an output is the output's weight. */
export function weighed(outputs: Float64Array, weights: Float64Array): number {
  return outputs.reduce((sum, output, i) => sum + output * weights[i], 0);
}
