/**
 * The power of x that y grows with: the slope of the straight line nearest to the points when both axes are
 * logarithmic. 1 is proportional, 2 is quadratic.
 */
export function slope(x: readonly number[], y: readonly number[]): number {
  const [u, v] = [x.map(Math.log), y.map(Math.log)];
  const [meanU, meanV] = [mean(u), mean(v)];
  const products = u.map((each, i) => (each - meanU) * (v[i] - meanV));
  const squares = u.map((each) => (each - meanU) ** 2);
  return mean(products) / mean(squares);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
