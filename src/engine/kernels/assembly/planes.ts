import { NUMBER, VECTOR } from './vector';

/** A batch of maps in memory; all distances are in bytes. */
@unmanaged
export class Planes {
  /** Address of the first number of the first map. */
  first: usize;
  image: i32;
  plane: i32;
  row: i32;
}

/** Copies maps of `height` rows by `width` columns from one layout to another. */
export function copyPlanes(
  from: Planes,
  to: Planes,
  images: i32,
  channels: i32,
  height: i32,
  width: i32,
): void {
  for (let n = 0; n < images; n++) {
    for (let c = 0; c < channels; c++) {
      let source = from.first + n * from.image + c * from.plane;
      let target = to.first + n * to.image + c * to.plane;
      for (let y = 0; y < height; y++) {
        copyRow(source, target, width);
        source += from.row;
        target += to.row;
      }
    }
  }
}

export function copyRow(from: usize, to: usize, width: i32): void {
  const end = from + ((<usize>width) << 3);
  for (; from + VECTOR <= end; from += VECTOR, to += VECTOR) v128.store(to, v128.load(from));
  if (from < end) store<f64>(to, load<f64>(from));
}

/** Copies every stride-th number of a row to consecutive places. */
export function thinOut(from: usize, to: usize, width: i32, stride: i32): void {
  for (let x = 0; x < width; x++, from += stride << 3, to += NUMBER) store<f64>(to, load<f64>(from));
}

/**
 * Copies gradients back to every stride-th place; 0 where `relu` is set and the value after the ReLU is not
 * above 0.
 */
export function spread(from: usize, values: usize, to: usize, width: i32, stride: i32, relu: bool): void {
  for (let x = 0; x < width; x++, from += NUMBER, values += NUMBER, to += stride << 3) {
    store<f64>(to, relu && load<f64>(values) <= 0 ? 0 : load<f64>(from));
  }
}

/** Copies a row of gradients, 0 where the value after the ReLU is not above 0 (a NaN is not). */
export function copyPassed(from: usize, values: usize, to: usize, width: i32): void {
  const zero = f64x2.splat(0);
  const end = from + ((<usize>width) << 3);
  for (; from + VECTOR <= end; from += VECTOR, values += VECTOR, to += VECTOR) {
    v128.store(to, v128.andnot(v128.load(from), f64x2.le(v128.load(values), zero)));
  }
  if (from < end) store<f64>(to, load<f64>(values) <= 0 ? 0 : load<f64>(from));
}

/** Sets the gaps between the rows of a plane to 0; a sweep leaves meaningless numbers there. */
export function clearGaps(plane: usize, row: i32, rows: i32, columns: i32): void {
  const gap = row - (columns << 3);
  if (gap == 0) return;
  let at = plane + ((<usize>columns) << 3);
  for (let y = 1; y < rows; y++, at += row) {
    for (let k = 0; k < gap; k += 8) store<f64>(at + k, 0);
  }
}
