import { multiplyAdd, sumOf } from './vector';

/**
 * For the bench: so many rounds of 13 multiply-adds of two lanes that never leave the registers, 52 operations each. As many
 * as the registers hold: each waits for its own last, and fewer would leave the machine idle.
 */
export function peak(rounds: i32, factor: f64): f64 {
  const x = f64x2.splat(factor);
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
  let a12 = f64x2.splat(0.13);
  for (; rounds > 0; rounds--) {
    a0 = multiplyAdd(a0, x, a0);
    a1 = multiplyAdd(a1, x, a1);
    a2 = multiplyAdd(a2, x, a2);
    a3 = multiplyAdd(a3, x, a3);
    a4 = multiplyAdd(a4, x, a4);
    a5 = multiplyAdd(a5, x, a5);
    a6 = multiplyAdd(a6, x, a6);
    a7 = multiplyAdd(a7, x, a7);
    a8 = multiplyAdd(a8, x, a8);
    a9 = multiplyAdd(a9, x, a9);
    a10 = multiplyAdd(a10, x, a10);
    a11 = multiplyAdd(a11, x, a11);
    a12 = multiplyAdd(a12, x, a12);
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
  a0 = f64x2.add(a0, a12);
  return sumOf(a0);
}
