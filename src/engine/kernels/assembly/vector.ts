/** A boolean in a record, as wide as every other field. */
export type Flag = i32;

/** Bytes of a float64, and of a vector of two. */
export const NUMBER: usize = 8;
export const VECTOR: usize = 16;

/**
 * x·w + a in both lanes: rounded once in the relaxed-SIMD module where the machine supports it, otherwise
 * twice.
 */
export function multiplyAdd(x: v128, w: v128, a: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f64x2.relaxed_madd(x, w, a);
  return f64x2.add(a, f64x2.mul(x, w));
}

/** max(0, lane) for each lane; NaN stays NaN. */
export function rectified(a: v128): v128 {
  return f64x2.pmax(a, f64x2.splat(0));
}

/** Lanes of `yes` where the mask is set, of `no` elsewhere. */
export function select(yes: v128, no: v128, mask: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i64x2.relaxed_laneselect(yes, no, mask);
  return v128.bitselect(yes, no, mask);
}

/** Loads one number into both lanes. */
export function both(at: usize): v128 {
  return v128.load64_splat(at);
}

/** The sum of both lanes. */
export function sumOf(a: v128): f64 {
  return f64x2.extract_lane(a, 0) + f64x2.extract_lane(a, 1);
}

/** Adds `by` to the number at an address. */
export function increase(at: usize, by: f64): void {
  store<f64>(at, load<f64>(at) + by);
}
