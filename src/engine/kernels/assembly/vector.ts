/** Yes or no in a record: as wide as all else there. */
export type Flag = i32;

/** Bytes of a float64, and of a vector of two. */
export const NUMBER: usize = 8;
export const VECTOR: usize = 16;

/** x·w + a in both lanes: one rounding in the relaxed module where the machine has it, two in the other. */
export function multiplyAdd(x: v128, w: v128, a: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f64x2.relaxed_madd(x, w, a);
  return f64x2.add(a, f64x2.mul(x, w));
}

/** The larger of 0 and each lane; a NaN stays, since it is not less than 0. */
export function rectified(a: v128): v128 {
  return f64x2.pmax(a, f64x2.splat(0));
}

/** The lanes of the first where the mask says yes, those of the second where no. */
export function select(yes: v128, no: v128, mask: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i64x2.relaxed_laneselect(yes, no, mask);
  return v128.bitselect(yes, no, mask);
}

/** A number in both lanes. */
export function both(at: usize): v128 {
  return v128.load64_splat(at);
}

/** The two lanes as one number. */
export function sumOf(a: v128): f64 {
  return f64x2.extract_lane(a, 0) + f64x2.extract_lane(a, 1);
}

/** Adds to the number at an address. */
export function increase(at: usize, by: f64): void {
  store<f64>(at, load<f64>(at) + by);
}
