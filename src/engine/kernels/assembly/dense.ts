import { Flag, NUMBER, VECTOR, both, multiplyAdd, sumOf } from './vector';

/** A dense layer: all arrays as the network has them, inputs at least 4. */
@unmanaged
export class Dense {
  inputs: i32;
  units: i32;
  /** `[images, inputs]`. */
  input: usize;
  inputGradient: usize;
  wantsInputGradient: Flag;
  /** `[units, inputs]`. */
  weights: usize;
  weightGradients: usize;
  bias: usize;
  biasGradients: usize;
  /** `[images, units]`. */
  output: usize;
  outputGradient: usize;
}

/** Units that go together: ten classes are twice five. */
const UNITS = 5;

export function denseForward(dense: Dense, images: i32): void {
  for (let n = 0; n < images;) {
    const together = ASC_FEATURE_RELAXED_SIMD && images - n >= 2 ? 2 : 1;
    for (let u = 0; u < dense.units;) {
      u += dotTogether(dense, n, together, u, dense.units - u >= UNITS ? UNITS : 1);
    }
    n += together;
  }
}

/** So many images by so many units. Returns the units. */
function dotTogether(dense: Dense, n: i32, images: i32, u: i32, units: i32): i32 {
  const row = dense.inputs << 3;
  const next = dense.units << 3;
  const input = dense.input + n * row;
  const weights = dense.weights + u * row;
  const bias = dense.bias + ((<usize>u) << 3);
  const output = dense.output + n * next + ((<usize>u) << 3);
  if (images == 2 && units == UNITS) dot2x5(input, weights, row, bias, output, next);
  else if (images == 2) dot2x1(input, weights, row, bias, output, next);
  else if (units == UNITS) dot1x5(input, weights, row, bias, output, next);
  else dot1x1(input, weights, row, bias, output, next);
  return units;
}

/** Gradients of weights and bias, which are set, not added to, and of the input if it is wanted. */
export function denseBackward(dense: Dense, images: i32): void {
  const row = dense.inputs << 3;
  const next = dense.units << 3;
  for (let u = 0; u < dense.units; u++) {
    let sum: f64 = 0;
    for (let n = 0; n < images; n++) sum += load<f64>(dense.outputGradient + n * next + ((<usize>u) << 3));
    store<f64>(dense.biasGradients + ((<usize>u) << 3), sum);
  }
  const to = dense.weightGradients;
  combine(dense.input, row, dense.inputs, dense.outputGradient, 8, next, images, to, dense.units);
  if (dense.wantsInputGradient) {
    const target = dense.inputGradient;
    combine(dense.weights, row, dense.inputs, dense.outputGradient, next, 8, dense.units, target, images);
  }
}

/**
 * A matrix of `rows` by `width` as sums of `count` rows of another:
 *
 *     to[m, j] = Σ over k of factors[m·across + k·along] · from[k, j]
 *
 * `step` bytes apart are the rows of `from`, `across` and `along` are bytes, too.
 */
function combine(
  from: usize,
  step: i32,
  width: i32,
  factors: usize,
  across: i32,
  along: i32,
  count: i32,
  to: usize,
  rows: i32,
): void {
  for (let m = 0; m < rows;) {
    const left = rows - m;
    const together = ASC_FEATURE_RELAXED_SIMD && left >= 5 && left != 8 ? 5 : left >= 4 ? 4 : 1;
    const wide = together == 1 && width >= 12 ? 12 : 4;
    const last = width - wide;
    for (let j = 0; ; j += wide) {
      // The last tile overlaps the one before.
      if (j > last) j = last;
      const x = from + ((<usize>j) << 3);
      const y = to + m * step + ((<usize>j) << 3);
      const s = factors + m * across;
      if (together == 5) combine5x2(x, step, s, across, along, count, y, step);
      else if (together == 4) combine4x2(x, step, s, across, along, count, y, step);
      else if (wide == 12) combine1x6(x, step, s, across, along, count, y, step);
      else combine1x2(x, step, s, across, along, count, y, step);
      if (j == last) break;
    }
    m += together;
  }
}

/** A sum of products, with the few that are left, and the bias. */
function put(to: usize, sums: v128, left: i32, x: usize, w: usize, bias: usize): void {
  let sum = sumOf(sums);
  for (; left > 0; left--, x += NUMBER, w += NUMBER) sum += load<f64>(x) * load<f64>(w);
  store<f64>(to, sum + load<f64>(bias));
}

/** 2 images by 5 units. */
function dot2x5(input: usize, weights: usize, row: i32, bias: usize, output: usize, next: i32): void {
  let a00 = f64x2.splat(0);
  let a01 = f64x2.splat(0);
  let a02 = f64x2.splat(0);
  let a03 = f64x2.splat(0);
  let a04 = f64x2.splat(0);
  let a10 = f64x2.splat(0);
  let a11 = f64x2.splat(0);
  let a12 = f64x2.splat(0);
  let a13 = f64x2.splat(0);
  let a14 = f64x2.splat(0);
  let w0 = weights;
  let w1 = weights + row;
  let w2 = weights + 2 * row;
  let w3 = weights + 3 * row;
  let w4 = weights + 4 * row;
  let x = input;
  const end = input + (row & ~15);
  for (; x < end; x += VECTOR) {
    const x0 = v128.load(x);
    const x1 = v128.load(x + row);
    const v0 = v128.load(w0);
    w0 += VECTOR;
    a00 = multiplyAdd(x0, v0, a00);
    a10 = multiplyAdd(x1, v0, a10);
    const v1 = v128.load(w1);
    w1 += VECTOR;
    a01 = multiplyAdd(x0, v1, a01);
    a11 = multiplyAdd(x1, v1, a11);
    const v2 = v128.load(w2);
    w2 += VECTOR;
    a02 = multiplyAdd(x0, v2, a02);
    a12 = multiplyAdd(x1, v2, a12);
    const v3 = v128.load(w3);
    w3 += VECTOR;
    a03 = multiplyAdd(x0, v3, a03);
    a13 = multiplyAdd(x1, v3, a13);
    const v4 = v128.load(w4);
    w4 += VECTOR;
    a04 = multiplyAdd(x0, v4, a04);
    a14 = multiplyAdd(x1, v4, a14);
  }
  const left = (row >> 3) & 1;
  put(output, a00, left, x, w0, bias);
  put(output + 1 * NUMBER, a01, left, x, w1, bias + 1 * NUMBER);
  put(output + 2 * NUMBER, a02, left, x, w2, bias + 2 * NUMBER);
  put(output + 3 * NUMBER, a03, left, x, w3, bias + 3 * NUMBER);
  put(output + 4 * NUMBER, a04, left, x, w4, bias + 4 * NUMBER);
  put(output + next, a10, left, x + row, w0, bias);
  put(output + next + 1 * NUMBER, a11, left, x + row, w1, bias + 1 * NUMBER);
  put(output + next + 2 * NUMBER, a12, left, x + row, w2, bias + 2 * NUMBER);
  put(output + next + 3 * NUMBER, a13, left, x + row, w3, bias + 3 * NUMBER);
  put(output + next + 4 * NUMBER, a14, left, x + row, w4, bias + 4 * NUMBER);
}

/** 2 images by 1 unit. */
function dot2x1(input: usize, weights: usize, row: i32, bias: usize, output: usize, next: i32): void {
  let a00 = f64x2.splat(0);
  let a10 = f64x2.splat(0);
  let w0 = weights;
  let x = input;
  const end = input + (row & ~15);
  for (; x < end; x += VECTOR) {
    const x0 = v128.load(x);
    const x1 = v128.load(x + row);
    const v0 = v128.load(w0);
    w0 += VECTOR;
    a00 = multiplyAdd(x0, v0, a00);
    a10 = multiplyAdd(x1, v0, a10);
  }
  const left = (row >> 3) & 1;
  put(output, a00, left, x, w0, bias);
  put(output + next, a10, left, x + row, w0, bias);
}

/** 1 image by 5 units, four inputs a round: with five sums alone each would wait for the one before. */
function dot1x5(input: usize, weights: usize, row: i32, bias: usize, output: usize, next: i32): void {
  let a0 = f64x2.splat(0);
  let b0 = f64x2.splat(0);
  let a1 = f64x2.splat(0);
  let b1 = f64x2.splat(0);
  let a2 = f64x2.splat(0);
  let b2 = f64x2.splat(0);
  let a3 = f64x2.splat(0);
  let b3 = f64x2.splat(0);
  let a4 = f64x2.splat(0);
  let b4 = f64x2.splat(0);
  let w0 = weights;
  let w1 = weights + row;
  let w2 = weights + 2 * row;
  let w3 = weights + 3 * row;
  let w4 = weights + 4 * row;
  let x = input;
  const end = input + row;
  for (; x + 2 * VECTOR <= end; x += 2 * VECTOR) {
    const x0 = v128.load(x);
    const x1 = v128.load(x, VECTOR);
    a0 = multiplyAdd(x0, v128.load(w0), a0);
    b0 = multiplyAdd(x1, v128.load(w0, VECTOR), b0);
    w0 += 2 * VECTOR;
    a1 = multiplyAdd(x0, v128.load(w1), a1);
    b1 = multiplyAdd(x1, v128.load(w1, VECTOR), b1);
    w1 += 2 * VECTOR;
    a2 = multiplyAdd(x0, v128.load(w2), a2);
    b2 = multiplyAdd(x1, v128.load(w2, VECTOR), b2);
    w2 += 2 * VECTOR;
    a3 = multiplyAdd(x0, v128.load(w3), a3);
    b3 = multiplyAdd(x1, v128.load(w3, VECTOR), b3);
    w3 += 2 * VECTOR;
    a4 = multiplyAdd(x0, v128.load(w4), a4);
    b4 = multiplyAdd(x1, v128.load(w4, VECTOR), b4);
    w4 += 2 * VECTOR;
  }
  const left = (<i32>(end - x)) >> 3;
  put(output, f64x2.add(a0, b0), left, x, w0, bias);
  put(output + 1 * NUMBER, f64x2.add(a1, b1), left, x, w1, bias + 1 * NUMBER);
  put(output + 2 * NUMBER, f64x2.add(a2, b2), left, x, w2, bias + 2 * NUMBER);
  put(output + 3 * NUMBER, f64x2.add(a3, b3), left, x, w3, bias + 3 * NUMBER);
  put(output + 4 * NUMBER, f64x2.add(a4, b4), left, x, w4, bias + 4 * NUMBER);
}

/** 1 image by 1 unit. */
function dot1x1(input: usize, weights: usize, row: i32, bias: usize, output: usize, next: i32): void {
  let a00 = f64x2.splat(0);
  let w0 = weights;
  let x = input;
  const end = input + (row & ~15);
  for (; x < end; x += VECTOR) {
    const x0 = v128.load(x);
    const v0 = v128.load(w0);
    w0 += VECTOR;
    a00 = multiplyAdd(x0, v0, a00);
  }
  const left = (row >> 3) & 1;
  put(output, a00, left, x, w0, bias);
}

/** 5 rows of 4 numbers. */
function combine5x2(
  from: usize,
  step: i32,
  factors: usize,
  across: i32,
  along: i32,
  count: i32,
  to: usize,
  next: i32,
): void {
  let a00 = f64x2.splat(0);
  let a01 = f64x2.splat(0);
  let a10 = f64x2.splat(0);
  let a11 = f64x2.splat(0);
  let a20 = f64x2.splat(0);
  let a21 = f64x2.splat(0);
  let a30 = f64x2.splat(0);
  let a31 = f64x2.splat(0);
  let a40 = f64x2.splat(0);
  let a41 = f64x2.splat(0);
  const across2 = 2 * across;
  const across3 = 3 * across;
  const across4 = 4 * across;
  for (; count > 0; count--, from += step, factors += along) {
    const x0 = v128.load(from);
    const x1 = v128.load(from, 1 * VECTOR);
    const s0 = both(factors);
    a00 = multiplyAdd(x0, s0, a00);
    a01 = multiplyAdd(x1, s0, a01);
    const s1 = both(factors + across);
    a10 = multiplyAdd(x0, s1, a10);
    a11 = multiplyAdd(x1, s1, a11);
    const s2 = both(factors + across2);
    a20 = multiplyAdd(x0, s2, a20);
    a21 = multiplyAdd(x1, s2, a21);
    const s3 = both(factors + across3);
    a30 = multiplyAdd(x0, s3, a30);
    a31 = multiplyAdd(x1, s3, a31);
    const s4 = both(factors + across4);
    a40 = multiplyAdd(x0, s4, a40);
    a41 = multiplyAdd(x1, s4, a41);
  }
  v128.store(to, a00);
  v128.store(to, a01, 1 * VECTOR);
  to += next;
  v128.store(to, a10);
  v128.store(to, a11, 1 * VECTOR);
  to += next;
  v128.store(to, a20);
  v128.store(to, a21, 1 * VECTOR);
  to += next;
  v128.store(to, a30);
  v128.store(to, a31, 1 * VECTOR);
  to += next;
  v128.store(to, a40);
  v128.store(to, a41, 1 * VECTOR);
}

/** 4 rows of 4 numbers. */
function combine4x2(
  from: usize,
  step: i32,
  factors: usize,
  across: i32,
  along: i32,
  count: i32,
  to: usize,
  next: i32,
): void {
  let a00 = f64x2.splat(0);
  let a01 = f64x2.splat(0);
  let a10 = f64x2.splat(0);
  let a11 = f64x2.splat(0);
  let a20 = f64x2.splat(0);
  let a21 = f64x2.splat(0);
  let a30 = f64x2.splat(0);
  let a31 = f64x2.splat(0);
  const across2 = 2 * across;
  const across3 = 3 * across;
  for (; count > 0; count--, from += step, factors += along) {
    const x0 = v128.load(from);
    const x1 = v128.load(from, 1 * VECTOR);
    const s0 = both(factors);
    a00 = multiplyAdd(x0, s0, a00);
    a01 = multiplyAdd(x1, s0, a01);
    const s1 = both(factors + across);
    a10 = multiplyAdd(x0, s1, a10);
    a11 = multiplyAdd(x1, s1, a11);
    const s2 = both(factors + across2);
    a20 = multiplyAdd(x0, s2, a20);
    a21 = multiplyAdd(x1, s2, a21);
    const s3 = both(factors + across3);
    a30 = multiplyAdd(x0, s3, a30);
    a31 = multiplyAdd(x1, s3, a31);
  }
  v128.store(to, a00);
  v128.store(to, a01, 1 * VECTOR);
  to += next;
  v128.store(to, a10);
  v128.store(to, a11, 1 * VECTOR);
  to += next;
  v128.store(to, a20);
  v128.store(to, a21, 1 * VECTOR);
  to += next;
  v128.store(to, a30);
  v128.store(to, a31, 1 * VECTOR);
}

/** 1 row of 12 numbers. */
function combine1x6(
  from: usize,
  step: i32,
  factors: usize,
  across: i32,
  along: i32,
  count: i32,
  to: usize,
  next: i32,
): void {
  let a00 = f64x2.splat(0);
  let a01 = f64x2.splat(0);
  let a02 = f64x2.splat(0);
  let a03 = f64x2.splat(0);
  let a04 = f64x2.splat(0);
  let a05 = f64x2.splat(0);
  for (; count > 0; count--, from += step, factors += along) {
    const x0 = v128.load(from);
    const x1 = v128.load(from, 1 * VECTOR);
    const x2 = v128.load(from, 2 * VECTOR);
    const x3 = v128.load(from, 3 * VECTOR);
    const x4 = v128.load(from, 4 * VECTOR);
    const x5 = v128.load(from, 5 * VECTOR);
    const s0 = both(factors);
    a00 = multiplyAdd(x0, s0, a00);
    a01 = multiplyAdd(x1, s0, a01);
    a02 = multiplyAdd(x2, s0, a02);
    a03 = multiplyAdd(x3, s0, a03);
    a04 = multiplyAdd(x4, s0, a04);
    a05 = multiplyAdd(x5, s0, a05);
  }
  v128.store(to, a00);
  v128.store(to, a01, 1 * VECTOR);
  v128.store(to, a02, 2 * VECTOR);
  v128.store(to, a03, 3 * VECTOR);
  v128.store(to, a04, 4 * VECTOR);
  v128.store(to, a05, 5 * VECTOR);
}

/** 1 row of 4 numbers. */
function combine1x2(
  from: usize,
  step: i32,
  factors: usize,
  across: i32,
  along: i32,
  count: i32,
  to: usize,
  next: i32,
): void {
  let a00 = f64x2.splat(0);
  let a01 = f64x2.splat(0);
  for (; count > 0; count--, from += step, factors += along) {
    const x0 = v128.load(from);
    const x1 = v128.load(from, 1 * VECTOR);
    const s0 = both(factors);
    a00 = multiplyAdd(x0, s0, a00);
    a01 = multiplyAdd(x1, s0, a01);
  }
  v128.store(to, a00);
  v128.store(to, a01, 1 * VECTOR);
}
