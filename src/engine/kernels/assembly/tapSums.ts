import { Conv } from './convolution';
import { sum1x1, sum1x8, sum2x1, sum2x4, sum4x1, sum4x2 } from './tapTiles';
import { NUMBER } from './vector';

/**
 * Adds one image's weight gradients: for each filter and tap, the filter's `slopes` times the inputs under
 * that tap, summed over the plane in register tiles. Slopes between two rows are 0, so the inputs there do
 * not matter.
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
