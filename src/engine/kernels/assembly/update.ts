import { VECTOR, multiplyAdd } from './vector';

/** weights −= rate·(gradients + decay·weights): one step of optimisers/sgd.ts. */
export function descend(weights: usize, gradients: usize, count: i32, rate: f64, decay: f64): void {
  const down = f64x2.splat(-rate);
  const decays = f64x2.splat(decay);
  const end = weights + ((<usize>(count & ~1)) << 3);
  for (; weights < end; weights += VECTOR, gradients += VECTOR) {
    const w = v128.load(weights);
    v128.store(weights, multiplyAdd(multiplyAdd(w, decays, v128.load(gradients)), down, w));
  }
  if (count & 1) {
    const w = load<f64>(weights);
    store<f64>(weights, w - rate * (load<f64>(gradients) + decay * w));
  }
}
