import type { LossPoint } from '../../addin/state';

/** More points than the curve has pixels show nothing more. */
const MOST_POINTS = 400;

/** Every so manieth point, and always the last. */
export function thin(history: readonly LossPoint[]): readonly LossPoint[] {
  const stride = Math.ceil(history.length / MOST_POINTS);
  return stride <= 1
    ? history
    : history.filter((_, index) => index % stride === 0 || index === history.length - 1);
}
