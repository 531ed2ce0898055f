import { Conv } from './convolution';
import { addSix, addTwelve, sumSix, sumTwelve } from './rowTiles';
import { NUMBER, VECTOR } from './vector';
import { Winners, countOf, listWinners, startOf } from './winners';

/**
 * Backward pass of a 3×3 convolution over several channels that a max pool follows. Eight channels are
 * interleaved at each position of a plane: a row of three kernel numbers for eight channels is then twelve
 * consecutive vectors, exactly as many sums as fit in registers.
 */
@unmanaged
export class Blocks {
  winners: Winners;
  /** Blocks of eight channels; unused lanes of the last block hold 0. */
  count: i32;
  /** `[filters, blocks, 3, 3, 8]`. */
  weights: usize;
  weightGradients: usize;
  /** One block, `[positions of a plane, 8]`, and the gradient with respect to it. */
  input: usize;
  inputGradient: usize;
  /**
   * The winners sorted by position: int32, where each position's winners begin; their filters, as byte
   * offsets into weights; their gradients.
   */
  placeStarts: usize;
  filters: usize;
  slopes: usize;
  /**
   * int32 pairs: a position that has winners, as a byte offset into a block, and the index at which its
   * winners end.
   */
  occupied: usize;
}

/** Bytes of eight channels, of one kernel row for them, and of one kernel. */
const EIGHT: i32 = 64;
const ROW: i32 = 192;
const KERNEL: i32 = 576;

/**
 * Half a row, for engines that load all operands of a loop round before adding: six sums and six operands fit
 * in registers, while twelve of each take twice as long. LARGE_ROUNDS is a constant of the build target, in
 * kernels.asc.
 */
const HALF = 96;

/** Does what convBackward does, with blocks. */
export function blocksBackward(conv: Conv, blocks: Blocks, images: i32): void {
  const bytes = <usize>(conv.filters * blocks.count * KERNEL);
  memory.fill(blocks.weightGradients, 0, bytes);
  memory.fill(conv.biasGradients, 0, (<usize>conv.filters) << 3);
  if (conv.wantsInputGradient) toBlocks(conv, blocks);
  let found = conv.winners;
  for (let n = 0; n < images; n++) {
    found = listWinners(conv, blocks.winners, n, found);
    const occupied = conv.wantsInputGradient ? sortByPlace(conv, blocks) : 0;
    for (let b = 0; b < blocks.count; b++) {
      gatherBlock(conv, blocks, conv.input.first + n * conv.input.image, b);
      sumBlock(conv, blocks, b);
      if (conv.wantsInputGradient) {
        memory.fill(blocks.inputGradient, 0, <usize>((conv.inputGradient.plane >> 3) * EIGHT));
        addBlock(conv, blocks, b, occupied);
        scatterBlock(conv, blocks, conv.inputGradient.first + n * conv.inputGradient.image, b);
      }
    }
  }
  fromBlocks(conv, blocks);
}

/** Rearranges weights `[filters, channels, 3, 3]` into blocks; channels that do not exist stay 0. */
function toBlocks(conv: Conv, blocks: Blocks): void {
  let from = conv.weights;
  for (let f = 0; f < conv.filters; f++) {
    for (let c = 0; c < conv.channels; c++) {
      let to = blocks.weights + placeInBlocks(blocks, f, c);
      for (let k = 0; k < 9; k++, from += NUMBER, to += EIGHT) store<f64>(to, load<f64>(from));
    }
  }
}

/** Rearranges weight gradients back from blocks to `[filters, channels, 3, 3]`. */
function fromBlocks(conv: Conv, blocks: Blocks): void {
  let to = conv.weightGradients;
  for (let f = 0; f < conv.filters; f++) {
    for (let c = 0; c < conv.channels; c++) {
      let from = blocks.weightGradients + placeInBlocks(blocks, f, c);
      for (let k = 0; k < 9; k++, to += NUMBER, from += EIGHT) store<f64>(to, load<f64>(from));
    }
  }
}

/** Byte offset in the blocks of the kernel of a filter and channel. */
function placeInBlocks(blocks: Blocks, filter: i32, channel: i32): i32 {
  return (filter * blocks.count + (channel >> 3)) * KERNEL + ((channel & 7) << 3);
}

/** Interleaves up to eight input planes into a block, zeros standing in for missing ones. */
function gatherBlock(conv: Conv, blocks: Blocks, input: usize, block: i32): void {
  const plane = conv.input.plane;
  for (let c = block * 8; c < min(block * 8 + 8, conv.channels); c += 2) {
    let even = input + c * plane;
    let odd = even + plane;
    const end = odd;
    const isPair = c + 1 < conv.channels;
    let to = blocks.input + ((c & 7) << 3);
    for (; even + VECTOR <= end; even += VECTOR, odd += VECTOR, to += 2 * EIGHT) {
      const a = v128.load(even);
      const b = isPair ? v128.load(odd) : f64x2.splat(0);
      v128.store(to, v128.shuffle<i64>(a, b, 0, 2));
      v128.store(to + EIGHT, v128.shuffle<i64>(a, b, 1, 3));
    }
    if (even < end) {
      store<f64>(to, load<f64>(even));
      store<f64>(to, isPair ? load<f64>(odd) : 0, NUMBER);
    }
  }
}

/** Separates a block of input gradients into planes again. */
function scatterBlock(conv: Conv, blocks: Blocks, inputGradient: usize, block: i32): void {
  const plane = conv.inputGradient.plane;
  for (let c = block * 8; c < min(block * 8 + 8, conv.channels); c += 2) {
    let even = inputGradient + c * plane;
    let odd = even + plane;
    const end = odd;
    const isPair = c + 1 < conv.channels;
    let from = blocks.inputGradient + ((c & 7) << 3);
    for (; even + VECTOR <= end; even += VECTOR, odd += VECTOR, from += 2 * EIGHT) {
      const a = v128.load(from);
      const b = v128.load(from + EIGHT);
      v128.store(even, v128.shuffle<i64>(a, b, 0, 2));
      if (isPair) v128.store(odd, v128.shuffle<i64>(a, b, 1, 3));
    }
    if (even < end) {
      store<f64>(even, load<f64>(from));
      if (isPair) store<f64>(odd, load<f64>(from, NUMBER));
    }
  }
}

/** Adds up the weight gradients of one block. */
function sumBlock(conv: Conv, blocks: Blocks, block: i32): void {
  const winners = blocks.winners;
  const row = (conv.input.row >> 3) * EIGHT;
  for (let f = 0; f < conv.filters; f++) {
    const start = <usize>startOf(winners, f);
    const count = countOf(winners, f);
    const places = winners.places + (start << 2);
    const slopes = winners.slopes + (start << 3);
    const sums = blocks.weightGradients + (f * blocks.count + block) * KERNEL;
    for (let i = 0; i < 3; i++) sumRow(blocks.input + i * row, places, slopes, count, sums + i * ROW);
  }
}

function sumRow(input: usize, place: usize, slope: usize, count: i32, sums: usize): void {
  if (LARGE_ROUNDS) {
    sumTwelve(input, place, slope, count, sums);
  } else {
    sumSix(input, place, slope, count, sums);
    sumSix(input + HALF, place, slope, count, sums + HALF);
  }
}

/**
 * Counting sort of the winners by position in the plane, and by filter within a position. Returns the address
 * at which the list of positions ends.
 */
function sortByPlace(conv: Conv, blocks: Blocks): usize {
  const winners = blocks.winners;
  const places = (conv.rows * conv.input.row) >> 3;
  const starts = blocks.placeStarts;
  const all = winners.places + ((<usize>startOf(winners, conv.filters)) << 2);
  memory.fill(starts, 0, (<usize>(places + 2)) << 2);
  for (let at = winners.places; at < all; at += 4) {
    const start = starts + ((<usize>load<i32>(at)) << 2);
    store<i32>(start, load<i32>(start, 8) + 1, 8);
  }
  let occupied = blocks.occupied;
  let before = 0;
  for (let q = 0; q < places; q++) {
    const at = starts + ((<usize>q) << 2);
    const end = load<i32>(at, 8) + before;
    store<i32>(at, end, 8);
    store<i32>(occupied, q * EIGHT);
    store<i32>(occupied, end, 4);
    occupied += end != before ? 8 : 0;
    before = end;
  }
  const bytes = blocks.count * KERNEL;
  let place = winners.places;
  let slope = winners.slopes;
  for (let f = 0; f < conv.filters; f++) {
    const stop = winners.places + ((<usize>startOf(winners, f + 1)) << 2);
    for (; place < stop; place += 4, slope += NUMBER) {
      const start = starts + ((<usize>load<i32>(place)) << 2);
      const to = load<i32>(start, 4);
      store<i32>(start, to + 1, 4);
      store<i32>(blocks.filters + ((<usize>to) << 2), f * bytes);
      store<f64>(blocks.slopes + ((<usize>to) << 3), load<f64>(slope));
    }
  }
  return occupied;
}

/** Adds up the input gradients of one block: at each position, the gradients of its winners times their filters. */
function addBlock(conv: Conv, blocks: Blocks, block: i32, end: usize): void {
  const row = (conv.input.row >> 3) * EIGHT;
  for (let i = 0; i < 3; i++) {
    const target = blocks.inputGradient + i * row;
    const weights = blocks.weights + block * KERNEL + i * ROW;
    let filter = blocks.filters;
    let slope = blocks.slopes;
    for (let at = blocks.occupied; at < end; at += 8) {
      const stop = blocks.filters + ((<usize>load<i32>(at, 4)) << 2);
      addRow(target + load<i32>(at), filter, slope, stop, weights);
      slope += (stop - filter) << 1;
      filter = stop;
    }
  }
}

function addRow(target: usize, filter: usize, slope: usize, end: usize, weights: usize): void {
  if (LARGE_ROUNDS) {
    addTwelve(target, filter, slope, end, weights);
  } else {
    addSix(target, filter, slope, end, weights);
    addSix(target + HALF, filter, slope, end, weights + HALF);
  }
}
