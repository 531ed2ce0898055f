import { combine1x2, combine1x6, combine4x2, combine5x2, dot1x1, dot1x5, dot2x1, dot2x5 } from './denseTiles';
import { Flag } from './vector';

/** A dense layer: all arrays in the network's own layout, with at least 4 inputs. */
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

/** Units computed together; five divides the usual ten classes. */
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

/** A few images by a few units, in registers. Returns how many units were computed. */
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

/** Gradients of weights and bias (overwritten, not accumulated), and of the input if wanted. */
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
 * `step` is the distance of the rows of `from`; it, `across` and `along` are in bytes.
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
