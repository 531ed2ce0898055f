import { Conv } from './convolution';
import { NUMBER, VECTOR, increase, multiplyAdd, sumOf } from './vector';

/**
 * The gradient of the weights of one image: for each filter and tap the slopes of the filter's plane times the inputs
 * that the tap meets, summed over the plane in register tiles. The slopes between two rows are 0, so what stands in the
 * input there does not matter.
 */
export function addTapSums(conv: Conv, input: usize): void {
  const next = conv.forward.tapCount << 3;
  const length = conv.rows * conv.input.row;
  for (let f = 0; f < conv.filters;) {
    const left = conv.depthwise ? 1 : conv.filters - f;
    const together = left >= 4 ? 4 : left >= 2 ? 2 : 1;
    const from = conv.depthwise ? input + f * conv.input.plane : input;
    const slopes = conv.slopes + f * conv.slopePlane;
    sumTogether(together, conv, from, slopes, slopes + length, conv.weightGradients + f * next, next);
    f += together;
  }
}

function sumTogether(
  together: i32,
  conv: Conv,
  input: usize,
  slopes: usize,
  end: usize,
  sums: usize,
  next: i32,
): void {
  const plane = conv.slopePlane;
  const count = conv.forward.tapCount;
  let taps = conv.forward.taps;
  let k = 0;
  if (together == 4) {
    for (; k + 2 <= count; k += 2, taps += 8, sums += 2 * NUMBER)
      sum4x2(input, taps, slopes, plane, end, sums, next);
    if (k < count) sum4x1(input, taps, slopes, plane, end, sums, next);
  } else if (together == 2) {
    for (; k + 4 <= count; k += 4, taps += 16, sums += 4 * NUMBER)
      sum2x4(input, taps, slopes, plane, end, sums, next);
    for (; k < count; k++, taps += 4, sums += NUMBER) sum2x1(input, taps, slopes, plane, end, sums, next);
  } else {
    for (; k + 8 <= count; k += 8, taps += 32, sums += 8 * NUMBER)
      sum1x8(input, taps, slopes, plane, end, sums, next);
    for (; k < count; k++, taps += 4, sums += NUMBER) sum1x1(input, taps, slopes, plane, end, sums, next);
  }
}

/** 4 filters by 2 taps. */
function sum4x2(
  input: usize,
  taps: usize,
  slopes: usize,
  plane: i32,
  end: usize,
  sums: usize,
  next: i32,
): void {
  let x0 = input + load<i32>(taps);
  let x1 = input + load<i32>(taps, 4);
  let a00 = f64x2.splat(0);
  let a01 = f64x2.splat(0);
  let a10 = f64x2.splat(0);
  let a11 = f64x2.splat(0);
  let a20 = f64x2.splat(0);
  let a21 = f64x2.splat(0);
  let a30 = f64x2.splat(0);
  let a31 = f64x2.splat(0);
  const plane2 = 2 * plane;
  const plane3 = 3 * plane;
  for (; slopes < end; slopes += VECTOR) {
    const v0 = v128.load(x0);
    const v1 = v128.load(x1);
    const s0 = v128.load(slopes);
    a00 = multiplyAdd(v0, s0, a00);
    a01 = multiplyAdd(v1, s0, a01);
    const s1 = v128.load(slopes + plane);
    a10 = multiplyAdd(v0, s1, a10);
    a11 = multiplyAdd(v1, s1, a11);
    const s2 = v128.load(slopes + plane2);
    a20 = multiplyAdd(v0, s2, a20);
    a21 = multiplyAdd(v1, s2, a21);
    const s3 = v128.load(slopes + plane3);
    a30 = multiplyAdd(v0, s3, a30);
    a31 = multiplyAdd(v1, s3, a31);
    x0 += VECTOR;
    x1 += VECTOR;
  }
  increase(sums, sumOf(a00));
  increase(sums + 1 * NUMBER, sumOf(a01));
  sums += next;
  increase(sums, sumOf(a10));
  increase(sums + 1 * NUMBER, sumOf(a11));
  sums += next;
  increase(sums, sumOf(a20));
  increase(sums + 1 * NUMBER, sumOf(a21));
  sums += next;
  increase(sums, sumOf(a30));
  increase(sums + 1 * NUMBER, sumOf(a31));
}

/** 4 filters by 1 tap. */
function sum4x1(
  input: usize,
  taps: usize,
  slopes: usize,
  plane: i32,
  end: usize,
  sums: usize,
  next: i32,
): void {
  let x0 = input + load<i32>(taps);
  let a00 = f64x2.splat(0);
  let a10 = f64x2.splat(0);
  let a20 = f64x2.splat(0);
  let a30 = f64x2.splat(0);
  const plane2 = 2 * plane;
  const plane3 = 3 * plane;
  for (; slopes < end; slopes += VECTOR) {
    const v0 = v128.load(x0);
    const s0 = v128.load(slopes);
    a00 = multiplyAdd(v0, s0, a00);
    const s1 = v128.load(slopes + plane);
    a10 = multiplyAdd(v0, s1, a10);
    const s2 = v128.load(slopes + plane2);
    a20 = multiplyAdd(v0, s2, a20);
    const s3 = v128.load(slopes + plane3);
    a30 = multiplyAdd(v0, s3, a30);
    x0 += VECTOR;
  }
  increase(sums, sumOf(a00));
  sums += next;
  increase(sums, sumOf(a10));
  sums += next;
  increase(sums, sumOf(a20));
  sums += next;
  increase(sums, sumOf(a30));
}

/** 2 filters by 4 taps. */
function sum2x4(
  input: usize,
  taps: usize,
  slopes: usize,
  plane: i32,
  end: usize,
  sums: usize,
  next: i32,
): void {
  let x0 = input + load<i32>(taps);
  let x1 = input + load<i32>(taps, 4);
  let x2 = input + load<i32>(taps, 8);
  let x3 = input + load<i32>(taps, 12);
  let a00 = f64x2.splat(0);
  let a01 = f64x2.splat(0);
  let a02 = f64x2.splat(0);
  let a03 = f64x2.splat(0);
  let a10 = f64x2.splat(0);
  let a11 = f64x2.splat(0);
  let a12 = f64x2.splat(0);
  let a13 = f64x2.splat(0);
  for (; slopes < end; slopes += VECTOR) {
    const v0 = v128.load(x0);
    const v1 = v128.load(x1);
    const v2 = v128.load(x2);
    const v3 = v128.load(x3);
    const s0 = v128.load(slopes);
    a00 = multiplyAdd(v0, s0, a00);
    a01 = multiplyAdd(v1, s0, a01);
    a02 = multiplyAdd(v2, s0, a02);
    a03 = multiplyAdd(v3, s0, a03);
    const s1 = v128.load(slopes + plane);
    a10 = multiplyAdd(v0, s1, a10);
    a11 = multiplyAdd(v1, s1, a11);
    a12 = multiplyAdd(v2, s1, a12);
    a13 = multiplyAdd(v3, s1, a13);
    x0 += VECTOR;
    x1 += VECTOR;
    x2 += VECTOR;
    x3 += VECTOR;
  }
  increase(sums, sumOf(a00));
  increase(sums + 1 * NUMBER, sumOf(a01));
  increase(sums + 2 * NUMBER, sumOf(a02));
  increase(sums + 3 * NUMBER, sumOf(a03));
  sums += next;
  increase(sums, sumOf(a10));
  increase(sums + 1 * NUMBER, sumOf(a11));
  increase(sums + 2 * NUMBER, sumOf(a12));
  increase(sums + 3 * NUMBER, sumOf(a13));
}

/** 2 filters by 1 tap. */
function sum2x1(
  input: usize,
  taps: usize,
  slopes: usize,
  plane: i32,
  end: usize,
  sums: usize,
  next: i32,
): void {
  let x0 = input + load<i32>(taps);
  let a00 = f64x2.splat(0);
  let a10 = f64x2.splat(0);
  for (; slopes < end; slopes += VECTOR) {
    const v0 = v128.load(x0);
    const s0 = v128.load(slopes);
    a00 = multiplyAdd(v0, s0, a00);
    const s1 = v128.load(slopes + plane);
    a10 = multiplyAdd(v0, s1, a10);
    x0 += VECTOR;
  }
  increase(sums, sumOf(a00));
  sums += next;
  increase(sums, sumOf(a10));
}

/** 1 filter by 8 taps. */
function sum1x8(
  input: usize,
  taps: usize,
  slopes: usize,
  plane: i32,
  end: usize,
  sums: usize,
  next: i32,
): void {
  let x0 = input + load<i32>(taps);
  let x1 = input + load<i32>(taps, 4);
  let x2 = input + load<i32>(taps, 8);
  let x3 = input + load<i32>(taps, 12);
  let x4 = input + load<i32>(taps, 16);
  let x5 = input + load<i32>(taps, 20);
  let x6 = input + load<i32>(taps, 24);
  let x7 = input + load<i32>(taps, 28);
  let a00 = f64x2.splat(0);
  let a01 = f64x2.splat(0);
  let a02 = f64x2.splat(0);
  let a03 = f64x2.splat(0);
  let a04 = f64x2.splat(0);
  let a05 = f64x2.splat(0);
  let a06 = f64x2.splat(0);
  let a07 = f64x2.splat(0);
  for (; slopes < end; slopes += VECTOR) {
    const v0 = v128.load(x0);
    const v1 = v128.load(x1);
    const v2 = v128.load(x2);
    const v3 = v128.load(x3);
    const v4 = v128.load(x4);
    const v5 = v128.load(x5);
    const v6 = v128.load(x6);
    const v7 = v128.load(x7);
    const s0 = v128.load(slopes);
    a00 = multiplyAdd(v0, s0, a00);
    a01 = multiplyAdd(v1, s0, a01);
    a02 = multiplyAdd(v2, s0, a02);
    a03 = multiplyAdd(v3, s0, a03);
    a04 = multiplyAdd(v4, s0, a04);
    a05 = multiplyAdd(v5, s0, a05);
    a06 = multiplyAdd(v6, s0, a06);
    a07 = multiplyAdd(v7, s0, a07);
    x0 += VECTOR;
    x1 += VECTOR;
    x2 += VECTOR;
    x3 += VECTOR;
    x4 += VECTOR;
    x5 += VECTOR;
    x6 += VECTOR;
    x7 += VECTOR;
  }
  increase(sums, sumOf(a00));
  increase(sums + 1 * NUMBER, sumOf(a01));
  increase(sums + 2 * NUMBER, sumOf(a02));
  increase(sums + 3 * NUMBER, sumOf(a03));
  increase(sums + 4 * NUMBER, sumOf(a04));
  increase(sums + 5 * NUMBER, sumOf(a05));
  increase(sums + 6 * NUMBER, sumOf(a06));
  increase(sums + 7 * NUMBER, sumOf(a07));
}

/** 1 filter by 1 tap. */
function sum1x1(
  input: usize,
  taps: usize,
  slopes: usize,
  plane: i32,
  end: usize,
  sums: usize,
  next: i32,
): void {
  let x0 = input + load<i32>(taps);
  let a00 = f64x2.splat(0);
  for (; slopes < end; slopes += VECTOR) {
    const v0 = v128.load(x0);
    const s0 = v128.load(slopes);
    a00 = multiplyAdd(v0, s0, a00);
    x0 += VECTOR;
  }
  increase(sums, sumOf(a00));
}
