import { Flag } from './vector';

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
