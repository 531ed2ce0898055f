import { Flag } from './vector';

/**
 * Cross-correlation in register tiles: a few filters by a few neighbouring positions are summed in registers,
 * one tap per round of the loop (with several taps a round, engines run out of registers and halve the
 * speed). Each output is its bias plus one product after the other, so its bits do not depend on the tile
 * that computes it. A line is one row of the map, or the whole plane treated as one row; the outputs that
 * then fall between two rows are meaningless. The last tile of a line overlaps the one before, so nothing is
 * written past the last position.
 */
@unmanaged
export class Sweep {
  /** For each tap, the byte offset from an output position to the input number under that tap: int32. */
  taps: usize;
  tapCount: i32;
  /** Number of lines in a plane, positions in a line, and bytes between lines. */
  lines: i32;
  positions: i32;
  line: i32;
  /** Bytes from one output plane to the next. */
  plane: i32;
  relu: Flag;
}

/** How many filters are swept together when this many are left. */
export function filtersTogether(left: i32): i32 {
  if (ASC_FEATURE_RELAXED_SIMD && left >= 6) return 6;
  return left >= 4 ? 4 : left >= 2 ? 2 : 1;
}
