import { Conv, Ending } from './convolution';
import { clearGaps, copyPassed, copyRow, spread, thinOut } from './planes';
import { poolPlane } from './pool';
import { filtersTogether } from './sweep';
import { sweepTogether } from './sweepTiles';
import { addTapSums } from './tapSums';
import { NUMBER, VECTOR, increase, sumOf } from './vector';

/** Reorders weights for the sweep: `[blocks of filters, taps, filters of a block]`. */
function pack(conv: Conv): void {
  const taps = conv.forward.tapCount;
  let to = conv.packed;
  for (let f = 0; f < conv.filters;) {
    const together = conv.depthwise ? 1 : filtersTogether(conv.filters - f);
    for (let k = 0; k < taps; k++) {
      for (let j = 0; j < together; j++, to += NUMBER) {
        store<f64>(to, load<f64>(conv.weights + ((<usize>((f + j) * taps + k)) << 3)));
      }
    }
    f += together;
  }
}

/** Reorders weights for the backward sweep: rotated by 180°, with filters and channels exchanged. */
function packRotated(conv: Conv): void {
  if (conv.depthwise) {
    memory.copy(conv.rotated, conv.weights, (<usize>(conv.filters * conv.backward.tapCount)) << 3);
    return;
  }
  const all = conv.forward.tapCount;
  const own = all / conv.channels;
  let to = conv.rotated;
  for (let c = 0; c < conv.channels;) {
    const together = filtersTogether(conv.channels - c);
    for (let f = 0; f < conv.filters; f++) {
      for (let k = 0; k < own; k++) {
        for (let j = 0; j < together; j++, to += NUMBER) {
          store<f64>(to, load<f64>(conv.weights + ((<usize>(f * all + (c + j) * own + k)) << 3)));
        }
      }
    }
    c += together;
  }
}

/**
 * Convolution, bias, ReLU and pool, one image after the other.
 *
 * @param images how many
 */
export function convForward(conv: Conv, images: i32): void {
  pack(conv);
  let winners = conv.winners;
  for (let n = 0; n < images; n++) {
    const input = conv.input.first + n * conv.input.image;
    const output = conv.output.first + n * conv.output.image;
    for (let f = 0; f < conv.filters;) {
      const together = conv.depthwise ? 1 : filtersTogether(conv.filters - f);
      const to = conv.ending == Ending.Planes ? output + f * conv.output.plane : conv.scratch;
      const weights = conv.packed + ((<usize>(f * conv.forward.tapCount)) << 3);
      const from = conv.depthwise ? input + f * conv.input.plane : input;
      sweepTogether(together, conv.forward, from, weights, conv.bias + ((<usize>f) << 3), to);
      for (let j = 0; j < together; j++) {
        const plane = to + j * conv.forward.plane;
        winners = finish(conv, plane, output + (f + j) * conv.output.plane, winners);
      }
      f += together;
    }
  }
}

/** Pool, crop or ReLU of a plane that was swept. Returns the address at which the next plane's winners go. */
function finish(conv: Conv, plane: usize, output: usize, winners: usize): usize {
  const row = conv.input.row;
  if (conv.ending == Ending.Planes) {
    if (conv.forward.lines == 1) clearGaps(plane, row, conv.rows, conv.columns);
  } else if (conv.ending == Ending.Crop) {
    for (let y = 0; y < conv.rows; y += conv.rowStride, output += conv.output.row) {
      if (conv.columnStride > 1) thinOut(plane + y * row, output, outputColumns(conv), conv.columnStride);
      else copyRow(plane + y * row, output, conv.columns);
    }
  } else {
    const stride = row >> 3;
    return poolPlane(
      plane,
      stride,
      conv.rows,
      conv.columns,
      output,
      conv.output.row,
      winners,
      conv.relu != 0,
    );
  }
  return winners;
}

/** Gradients of weights and bias (overwritten, not accumulated), and of the input if wanted. */
export function convBackward(conv: Conv, images: i32): void {
  if (conv.wantsInputGradient) packRotated(conv);
  memory.fill(conv.weightGradients, 0, (<usize>(conv.filters * conv.forward.tapCount)) << 3);
  memory.fill(conv.biasGradients, 0, (<usize>conv.filters) << 3);
  let winners = conv.winners;
  for (let n = 0; n < images; n++) {
    winners = fillSlopes(conv, n, winners);
    addBiasGradients(conv);
    addTapSums(conv, conv.input.first + n * conv.input.image);
    if (conv.wantsInputGradient) sweepBack(conv, conv.inputGradient.first + n * conv.inputGradient.image);
  }
}

/**
 * Fills `slopes` with dL/d of the swept planes of image n, before ReLU and pool. Returns the address of the
 * next image's winners.
 */
function fillSlopes(conv: Conv, n: i32, winners: usize): usize {
  const pooled = conv.ending == Ending.Pool;
  const row = conv.input.row;
  for (let f = 0; f < conv.filters; f++) {
    const slopes = conv.slopes + f * conv.slopePlane;
    let gradient = conv.outputGradient.first + n * conv.outputGradient.image + f * conv.outputGradient.plane;
    let value = conv.output.first + n * conv.output.image + f * conv.output.plane;
    if (pooled) {
      memory.fill(slopes, 0, <usize>(conv.rows * row));
      for (let y = 0; y < conv.rows >> 1; y++) {
        for (let x = 0; x < conv.columns >> 1; x++, winners += 4) {
          const passed = !conv.relu || !(load<f64>(value + ((<usize>x) << 3)) <= 0);
          const slope = passed ? load<f64>(gradient + ((<usize>x) << 3)) : 0;
          store<f64>(slopes + ((<usize>load<i32>(winners)) << 3), slope);
        }
        gradient += conv.outputGradient.row;
        value += conv.output.row;
      }
    } else {
      for (let y = 0; y < conv.rows; y += conv.rowStride) {
        const to = slopes + y * row;
        if (conv.columnStride > 1) {
          spread(gradient, value, to, outputColumns(conv), conv.columnStride, conv.relu != 0);
        } else if (conv.relu) copyPassed(gradient, value, to, conv.columns);
        else copyRow(gradient, to, conv.columns);
        gradient += conv.outputGradient.row;
        value += conv.output.row;
      }
    }
  }
  return winners;
}

function outputColumns(conv: Conv): i32 {
  return (conv.columns - 1) / conv.columnStride + 1;
}

function addBiasGradients(conv: Conv): void {
  const length = conv.rows * conv.input.row;
  for (let f = 0; f < conv.filters; f++) {
    let at = conv.slopes + f * conv.slopePlane;
    const end = at + length;
    let even = f64x2.splat(0);
    let odd = even;
    for (; at < end; at += 2 * VECTOR) {
      even = f64x2.add(even, v128.load(at));
      odd = f64x2.add(odd, v128.load(at, VECTOR));
    }
    increase(conv.biasGradients + ((<usize>f) << 3), sumOf(f64x2.add(even, odd)));
  }
}

/** Input gradients of one image: `slopes` convolved with the rotated filters. */
function sweepBack(conv: Conv, inputGradient: usize): void {
  const slopes = conv.slopes + conv.origin;
  const target = inputGradient + conv.origin;
  const taps = conv.backward.tapCount;
  for (let c = 0; c < conv.channels;) {
    const together = conv.depthwise ? 1 : filtersTogether(conv.channels - c);
    const from = conv.depthwise ? slopes + c * conv.slopePlane : slopes;
    const weights = conv.rotated + ((<usize>(c * taps)) << 3);
    sweepTogether(together, conv.backward, from, weights, conv.zeros, target + c * conv.inputGradient.plane);
    c += together;
  }
}
