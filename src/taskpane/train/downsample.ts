import type { LossPoint } from '../../training/advice/mistakes';

/** About as many points as a curve has pixels across: more would not be seen. */
const MOST_POINTS = 400;

/** Every n-th point, n so large that about 400 are left, and always the last one. */
export function downsample(history: readonly LossPoint[]): readonly LossPoint[] {
  const stride = Math.ceil(history.length / MOST_POINTS);
  return stride <= 1
    ? history
    : history.filter((_, index) => index % stride === 0 || index === history.length - 1);
}
