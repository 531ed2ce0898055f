import { multiplyAdd, sumOf } from './vector';

/** For the bench: so many rounds of 12 multiply-adds of two lanes that never leave the registers, 48 operations each. */
export function peak(rounds: i32): f64 {
  const x = f64x2.splat(0.9999);
  let a0 = f64x2.splat(0.01);
  let a1 = f64x2.splat(0.02);
  let a2 = f64x2.splat(0.03);
  let a3 = f64x2.splat(0.04);
  let a4 = f64x2.splat(0.05);
  let a5 = f64x2.splat(0.06);
  let a6 = f64x2.splat(0.07);
  let a7 = f64x2.splat(0.08);
  let a8 = f64x2.splat(0.09);
  let a9 = f64x2.splat(0.1);
  let a10 = f64x2.splat(0.11);
  let a11 = f64x2.splat(0.12);
  const w = f64x2.splat(<f64>rounds * 1e-12);
  for (; rounds > 0; rounds--) {
    a0 = multiplyAdd(a0, x, w);
    a1 = multiplyAdd(a1, x, w);
    a2 = multiplyAdd(a2, x, w);
    a3 = multiplyAdd(a3, x, w);
    a4 = multiplyAdd(a4, x, w);
    a5 = multiplyAdd(a5, x, w);
    a6 = multiplyAdd(a6, x, w);
    a7 = multiplyAdd(a7, x, w);
    a8 = multiplyAdd(a8, x, w);
    a9 = multiplyAdd(a9, x, w);
    a10 = multiplyAdd(a10, x, w);
    a11 = multiplyAdd(a11, x, w);
  }
  a0 = f64x2.add(a0, a1);
  a0 = f64x2.add(a0, a2);
  a0 = f64x2.add(a0, a3);
  a0 = f64x2.add(a0, a4);
  a0 = f64x2.add(a0, a5);
  a0 = f64x2.add(a0, a6);
  a0 = f64x2.add(a0, a7);
  a0 = f64x2.add(a0, a8);
  a0 = f64x2.add(a0, a9);
  a0 = f64x2.add(a0, a10);
  a0 = f64x2.add(a0, a11);
  return sumOf(a0);
}
