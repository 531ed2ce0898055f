import { Conv } from './convolution';
import { NUMBER, VECTOR, both, increase, multiplyAdd } from './vector';
import { Winners, countOf, listWinners, startOf } from './winners';

/**
 * Does what convBackward does, for a 3×3 convolution over one or two channels that a max pool follows:
 * usually the first layer of a network. For each winner the 3×3 inputs of its window are added up, channel by
 * channel, as rows of four.
 */
export function patchesBackward(conv: Conv, winners: Winners, images: i32): void {
  const channels = conv.channels;
  memory.fill(conv.weightGradients, 0, (<usize>(conv.filters * channels * 9)) << 3);
  memory.fill(conv.biasGradients, 0, (<usize>conv.filters) << 3);
  let found = conv.winners;
  for (let n = 0; n < images; n++) {
    found = listWinners(conv, winners, n, found);
    const input = conv.input.first + n * conv.input.image;
    const inputGradient = conv.inputGradient.first + n * conv.inputGradient.image;
    if (conv.wantsInputGradient) {
      memory.fill(inputGradient, 0, <usize>(channels * conv.inputGradient.plane));
    }
    for (let f = 0; f < conv.filters; f++) {
      const start = <usize>startOf(winners, f);
      const places = winners.places + (start << 2);
      const slopes = winners.slopes + (start << 3);
      const count = countOf(winners, f);
      for (let c = 0; c < channels; c++) {
        const kernel = (f * channels + c) * 9 * <i32>NUMBER;
        sumPatches(
          input + c * conv.input.plane,
          conv.input.row,
          places,
          slopes,
          count,
          conv.weightGradients + kernel,
        );
        if (conv.wantsInputGradient) {
          const target = inputGradient + c * conv.inputGradient.plane;
          addPatches(target, conv.inputGradient.row, places, slopes, count, conv.weights + kernel);
        }
      }
    }
  }
}

function sumPatches(input: usize, row: i32, place: usize, slope: usize, count: i32, sums: usize): void {
  let a00 = f64x2.splat(0);
  let a01 = f64x2.splat(0);
  let a10 = f64x2.splat(0);
  let a11 = f64x2.splat(0);
  let a20 = f64x2.splat(0);
  let a21 = f64x2.splat(0);
  const end = place + ((<usize>count) << 2);
  for (; place < end; place += 4, slope += NUMBER) {
    const s = both(slope);
    const p0 = input + ((<usize>load<i32>(place)) << 3);
    const p1 = p0 + row;
    const p2 = p1 + row;
    a00 = multiplyAdd(v128.load(p0), s, a00);
    a01 = multiplyAdd(v128.load(p0, VECTOR), s, a01);
    a10 = multiplyAdd(v128.load(p1), s, a10);
    a11 = multiplyAdd(v128.load(p1, VECTOR), s, a11);
    a20 = multiplyAdd(v128.load(p2), s, a20);
    a21 = multiplyAdd(v128.load(p2, VECTOR), s, a21);
  }
  addRow(sums, a00, a01);
  addRow(sums + 3 * NUMBER, a10, a11);
  addRow(sums + 6 * NUMBER, a20, a21);
}

/** Adds three numbers to those at an address; the fourth lane is ignored. */
function addRow(to: usize, first: v128, second: v128): void {
  v128.store(to, f64x2.add(v128.load(to), first));
  increase(to + VECTOR, f64x2.extract_lane(second, 0));
}

function addPatches(target: usize, row: i32, place: usize, slope: usize, count: i32, weights: usize): void {
  const w00 = v128.load(weights);
  const w01 = v128.load64_zero(weights, 2 * NUMBER);
  const w10 = v128.load(weights, 3 * NUMBER);
  const w11 = v128.load64_zero(weights, 5 * NUMBER);
  const w20 = v128.load(weights, 6 * NUMBER);
  const w21 = v128.load64_zero(weights, 8 * NUMBER);
  const end = place + ((<usize>count) << 2);
  for (; place < end; place += 4, slope += NUMBER) {
    const s = both(slope);
    const p0 = target + ((<usize>load<i32>(place)) << 3);
    const p1 = p0 + row;
    const p2 = p1 + row;
    v128.store(p0, multiplyAdd(w00, s, v128.load(p0)));
    v128.store(p0, multiplyAdd(w01, s, v128.load(p0, VECTOR)), VECTOR);
    v128.store(p1, multiplyAdd(w10, s, v128.load(p1)));
    v128.store(p1, multiplyAdd(w11, s, v128.load(p1, VECTOR)), VECTOR);
    v128.store(p2, multiplyAdd(w20, s, v128.load(p2)));
    v128.store(p2, multiplyAdd(w21, s, v128.load(p2, VECTOR)), VECTOR);
  }
}
