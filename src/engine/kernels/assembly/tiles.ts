import { Flag, NUMBER, VECTOR, both, multiplyAdd, rectified } from './vector';

/**
 * Correlation in register tiles: a few filters by a few neighbouring positions are summed up in registers, tap after
 * tap, one tap a round of the loop (with several the engine runs out of registers, which costs half the speed). Each
 * output is its bias and then one product after the other, so its bits do not depend on the tile that makes it.
 * A line is a row of the map, or the whole plane as if it were one row; what then falls between two rows of the map means
 * nothing. The last tile of a line overlaps the one before, so nothing is written past the last position.
 */
@unmanaged
export class Sweep {
  /** For each tap the bytes from a position to the number that the tap meets: int32. */
  taps: usize;
  tapCount: i32;
  /** A plane is swept in so many lines, each of so many positions, so many bytes apart. */
  lines: i32;
  positions: i32;
  line: i32;
  /** Bytes from one output plane to the next. */
  plane: i32;
  relu: Flag;
}

/** How many filters go together when so many are left. */
export function filtersTogether(left: i32): i32 {
  if (ASC_FEATURE_RELAXED_SIMD && left >= 6) return 6;
  return left >= 4 ? 4 : left >= 2 ? 2 : 1;
}

/** As many filters as `filtersTogether` says; `weights` are `[taps, together]`. */
export function sweepTogether(
  together: i32,
  sweep: Sweep,
  input: usize,
  weights: usize,
  bias: usize,
  output: usize,
): void {
  if (together == 6) sweep6x2(sweep, input, weights, bias, output);
  else if (together == 4) sweep4x2(sweep, input, weights, bias, output);
  else if (together == 2) sweep2x4(sweep, input, weights, bias, output);
  else sweep1x8(sweep, input, weights, bias, output);
}

/** 6 filters over 4 positions at a time. */
function sweep6x2(sweep: Sweep, input: usize, weights: usize, bias: usize, output: usize): void {
  const last = (<usize>(sweep.positions - 4)) << 3;
  const plane = sweep.plane;
  const end = sweep.taps + ((<usize>sweep.tapCount) << 2);
  for (let left = sweep.lines; left > 0; left--, input += sweep.line, output += sweep.line) {
    for (let q: usize = 0; ; q += 4 * NUMBER) {
      if (q > last) q = last;
      const x = input + q;
      let w = weights;
      let a00 = both(bias);
      let a01 = a00;
      let a10 = both(bias + 1 * NUMBER);
      let a11 = a10;
      let a20 = both(bias + 2 * NUMBER);
      let a21 = a20;
      let a30 = both(bias + 3 * NUMBER);
      let a31 = a30;
      let a40 = both(bias + 4 * NUMBER);
      let a41 = a40;
      let a50 = both(bias + 5 * NUMBER);
      let a51 = a50;
      for (let tap = sweep.taps; tap < end; tap += 4) {
        const at = x + load<i32>(tap);
        const x0 = v128.load(at);
        const x1 = v128.load(at, 1 * VECTOR);
        const w0 = v128.load64_splat(w);
        a00 = multiplyAdd(x0, w0, a00);
        a01 = multiplyAdd(x1, w0, a01);
        const w1 = v128.load64_splat(w, 1 * NUMBER);
        a10 = multiplyAdd(x0, w1, a10);
        a11 = multiplyAdd(x1, w1, a11);
        const w2 = v128.load64_splat(w, 2 * NUMBER);
        a20 = multiplyAdd(x0, w2, a20);
        a21 = multiplyAdd(x1, w2, a21);
        const w3 = v128.load64_splat(w, 3 * NUMBER);
        a30 = multiplyAdd(x0, w3, a30);
        a31 = multiplyAdd(x1, w3, a31);
        const w4 = v128.load64_splat(w, 4 * NUMBER);
        a40 = multiplyAdd(x0, w4, a40);
        a41 = multiplyAdd(x1, w4, a41);
        const w5 = v128.load64_splat(w, 5 * NUMBER);
        a50 = multiplyAdd(x0, w5, a50);
        a51 = multiplyAdd(x1, w5, a51);
        w += 6 * NUMBER;
      }
      if (sweep.relu) {
        a00 = rectified(a00);
        a01 = rectified(a01);
        a10 = rectified(a10);
        a11 = rectified(a11);
        a20 = rectified(a20);
        a21 = rectified(a21);
        a30 = rectified(a30);
        a31 = rectified(a31);
        a40 = rectified(a40);
        a41 = rectified(a41);
        a50 = rectified(a50);
        a51 = rectified(a51);
      }
      let y = output + q;
      v128.store(y, a00);
      v128.store(y, a01, 1 * VECTOR);
      y += plane;
      v128.store(y, a10);
      v128.store(y, a11, 1 * VECTOR);
      y += plane;
      v128.store(y, a20);
      v128.store(y, a21, 1 * VECTOR);
      y += plane;
      v128.store(y, a30);
      v128.store(y, a31, 1 * VECTOR);
      y += plane;
      v128.store(y, a40);
      v128.store(y, a41, 1 * VECTOR);
      y += plane;
      v128.store(y, a50);
      v128.store(y, a51, 1 * VECTOR);
      if (q == last) break;
    }
  }
}

/** 4 filters over 4 positions at a time. */
function sweep4x2(sweep: Sweep, input: usize, weights: usize, bias: usize, output: usize): void {
  const last = (<usize>(sweep.positions - 4)) << 3;
  const plane = sweep.plane;
  const end = sweep.taps + ((<usize>sweep.tapCount) << 2);
  for (let left = sweep.lines; left > 0; left--, input += sweep.line, output += sweep.line) {
    for (let q: usize = 0; ; q += 4 * NUMBER) {
      if (q > last) q = last;
      const x = input + q;
      let w = weights;
      let a00 = both(bias);
      let a01 = a00;
      let a10 = both(bias + 1 * NUMBER);
      let a11 = a10;
      let a20 = both(bias + 2 * NUMBER);
      let a21 = a20;
      let a30 = both(bias + 3 * NUMBER);
      let a31 = a30;
      for (let tap = sweep.taps; tap < end; tap += 4) {
        const at = x + load<i32>(tap);
        const x0 = v128.load(at);
        const x1 = v128.load(at, 1 * VECTOR);
        const w0 = v128.load64_splat(w);
        a00 = multiplyAdd(x0, w0, a00);
        a01 = multiplyAdd(x1, w0, a01);
        const w1 = v128.load64_splat(w, 1 * NUMBER);
        a10 = multiplyAdd(x0, w1, a10);
        a11 = multiplyAdd(x1, w1, a11);
        const w2 = v128.load64_splat(w, 2 * NUMBER);
        a20 = multiplyAdd(x0, w2, a20);
        a21 = multiplyAdd(x1, w2, a21);
        const w3 = v128.load64_splat(w, 3 * NUMBER);
        a30 = multiplyAdd(x0, w3, a30);
        a31 = multiplyAdd(x1, w3, a31);
        w += 4 * NUMBER;
      }
      if (sweep.relu) {
        a00 = rectified(a00);
        a01 = rectified(a01);
        a10 = rectified(a10);
        a11 = rectified(a11);
        a20 = rectified(a20);
        a21 = rectified(a21);
        a30 = rectified(a30);
        a31 = rectified(a31);
      }
      let y = output + q;
      v128.store(y, a00);
      v128.store(y, a01, 1 * VECTOR);
      y += plane;
      v128.store(y, a10);
      v128.store(y, a11, 1 * VECTOR);
      y += plane;
      v128.store(y, a20);
      v128.store(y, a21, 1 * VECTOR);
      y += plane;
      v128.store(y, a30);
      v128.store(y, a31, 1 * VECTOR);
      if (q == last) break;
    }
  }
}

/** 2 filters over 8 positions at a time. */
function sweep2x4(sweep: Sweep, input: usize, weights: usize, bias: usize, output: usize): void {
  const last = (<usize>(sweep.positions - 8)) << 3;
  const plane = sweep.plane;
  const end = sweep.taps + ((<usize>sweep.tapCount) << 2);
  for (let left = sweep.lines; left > 0; left--, input += sweep.line, output += sweep.line) {
    for (let q: usize = 0; ; q += 8 * NUMBER) {
      if (q > last) q = last;
      const x = input + q;
      let w = weights;
      let a00 = both(bias);
      let a01 = a00;
      let a02 = a00;
      let a03 = a00;
      let a10 = both(bias + 1 * NUMBER);
      let a11 = a10;
      let a12 = a10;
      let a13 = a10;
      for (let tap = sweep.taps; tap < end; tap += 4) {
        const at = x + load<i32>(tap);
        const x0 = v128.load(at);
        const x1 = v128.load(at, 1 * VECTOR);
        const x2 = v128.load(at, 2 * VECTOR);
        const x3 = v128.load(at, 3 * VECTOR);
        const w0 = v128.load64_splat(w);
        a00 = multiplyAdd(x0, w0, a00);
        a01 = multiplyAdd(x1, w0, a01);
        a02 = multiplyAdd(x2, w0, a02);
        a03 = multiplyAdd(x3, w0, a03);
        const w1 = v128.load64_splat(w, 1 * NUMBER);
        a10 = multiplyAdd(x0, w1, a10);
        a11 = multiplyAdd(x1, w1, a11);
        a12 = multiplyAdd(x2, w1, a12);
        a13 = multiplyAdd(x3, w1, a13);
        w += 2 * NUMBER;
      }
      if (sweep.relu) {
        a00 = rectified(a00);
        a01 = rectified(a01);
        a02 = rectified(a02);
        a03 = rectified(a03);
        a10 = rectified(a10);
        a11 = rectified(a11);
        a12 = rectified(a12);
        a13 = rectified(a13);
      }
      let y = output + q;
      v128.store(y, a00);
      v128.store(y, a01, 1 * VECTOR);
      v128.store(y, a02, 2 * VECTOR);
      v128.store(y, a03, 3 * VECTOR);
      y += plane;
      v128.store(y, a10);
      v128.store(y, a11, 1 * VECTOR);
      v128.store(y, a12, 2 * VECTOR);
      v128.store(y, a13, 3 * VECTOR);
      if (q == last) break;
    }
  }
}

/** 1 filter over 16 positions at a time. */
function sweep1x8(sweep: Sweep, input: usize, weights: usize, bias: usize, output: usize): void {
  const last = (<usize>(sweep.positions - 16)) << 3;
  const plane = sweep.plane;
  const end = sweep.taps + ((<usize>sweep.tapCount) << 2);
  for (let left = sweep.lines; left > 0; left--, input += sweep.line, output += sweep.line) {
    for (let q: usize = 0; ; q += 16 * NUMBER) {
      if (q > last) q = last;
      const x = input + q;
      let w = weights;
      let a00 = both(bias);
      let a01 = a00;
      let a02 = a00;
      let a03 = a00;
      let a04 = a00;
      let a05 = a00;
      let a06 = a00;
      let a07 = a00;
      for (let tap = sweep.taps; tap < end; tap += 4) {
        const at = x + load<i32>(tap);
        const x0 = v128.load(at);
        const x1 = v128.load(at, 1 * VECTOR);
        const x2 = v128.load(at, 2 * VECTOR);
        const x3 = v128.load(at, 3 * VECTOR);
        const x4 = v128.load(at, 4 * VECTOR);
        const x5 = v128.load(at, 5 * VECTOR);
        const x6 = v128.load(at, 6 * VECTOR);
        const x7 = v128.load(at, 7 * VECTOR);
        const w0 = v128.load64_splat(w);
        a00 = multiplyAdd(x0, w0, a00);
        a01 = multiplyAdd(x1, w0, a01);
        a02 = multiplyAdd(x2, w0, a02);
        a03 = multiplyAdd(x3, w0, a03);
        a04 = multiplyAdd(x4, w0, a04);
        a05 = multiplyAdd(x5, w0, a05);
        a06 = multiplyAdd(x6, w0, a06);
        a07 = multiplyAdd(x7, w0, a07);
        w += NUMBER;
      }
      if (sweep.relu) {
        a00 = rectified(a00);
        a01 = rectified(a01);
        a02 = rectified(a02);
        a03 = rectified(a03);
        a04 = rectified(a04);
        a05 = rectified(a05);
        a06 = rectified(a06);
        a07 = rectified(a07);
      }
      let y = output + q;
      v128.store(y, a00);
      v128.store(y, a01, 1 * VECTOR);
      v128.store(y, a02, 2 * VECTOR);
      v128.store(y, a03, 3 * VECTOR);
      v128.store(y, a04, 4 * VECTOR);
      v128.store(y, a05, 5 * VECTOR);
      v128.store(y, a06, 6 * VECTOR);
      v128.store(y, a07, 7 * VECTOR);
      if (q == last) break;
    }
  }
}
