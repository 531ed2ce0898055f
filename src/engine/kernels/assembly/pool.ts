import { NUMBER, VECTOR, multiplyAdd, select } from './vector';

/**
 * ReLU, if asked for, and 2×2 max pool with stride 2 of one plane. Writes for every window the index of its
 * maximum within the plane; of equals, the first in row-major order. A plane that holds a NaN takes a slower
 * path in which NaN wins, as in the plain layer.
 *
 * @returns the address at which the next plane's winners go
 */
export function poolPlane(
  plane: usize,
  rowStride: i32,
  rows: i32,
  columns: i32,
  output: usize,
  outputRow: i32,
  winners: usize,
  relu: bool,
): usize {
  const start = winners;
  const zero = f64x2.splat(0);
  const floor = f64x2.splat(relu ? 0 : -Infinity);
  const lowest: f64 = relu ? 0 : -Infinity;
  /** Not 0 as soon as a number is not finite. */
  let doubt = zero;
  const four = i64x2.splat(4);
  for (let y = 0; y + 1 < rows; y += 2, output += outputRow) {
    const q = y * rowStride;
    let upper = plane + ((<usize>q) << 3);
    let lower = upper + ((<usize>rowStride) << 3);
    let to = output;
    let x = 0;
    const i0 = i64x2.splat(q);
    const i1 = i64x2.splat(q + 1);
    const i2 = i64x2.splat(q + rowStride);
    const i3 = i64x2.splat(q + rowStride + 1);
    let across = i64x2(0, 2);
    for (; x + 4 <= columns; x += 4, upper += 2 * VECTOR, lower += 2 * VECTOR, to += VECTOR, winners += 8) {
      const a0 = v128.load(upper);
      const a1 = v128.load(upper, VECTOR);
      const b0 = v128.load(lower);
      const b1 = v128.load(lower, VECTOR);
      const even0 = v128.shuffle<i64>(a0, a1, 0, 2);
      const odd0 = v128.shuffle<i64>(a0, a1, 1, 3);
      const even1 = v128.shuffle<i64>(b0, b1, 0, 2);
      const odd1 = v128.shuffle<i64>(b0, b1, 1, 3);
      const best = f64x2.pmax(f64x2.pmax(even0, odd0), f64x2.pmax(even1, odd1));
      let index = select(i2, i3, f64x2.eq(best, even1));
      index = select(i1, index, f64x2.eq(best, odd0));
      index = select(i0, index, f64x2.eq(best, even0));
      index = i64x2.add(index, across);
      across = i64x2.add(across, four);
      v128.store64_lane(winners, v128.shuffle<i32>(index, index, 0, 2, 0, 2), 0);
      v128.store(to, f64x2.pmax(floor, best));
      const sum = f64x2.add(f64x2.add(even0, odd0), f64x2.add(even1, odd1));
      doubt = multiplyAdd(sum, zero, doubt);
    }
    for (; x + 2 <= columns; x += 2, upper += VECTOR, lower += VECTOR, to += NUMBER, winners += 4) {
      let best = load<f64>(upper);
      let index = q + x;
      let next = load<f64>(upper, NUMBER);
      if (next > best) ((best = next), (index = q + x + 1));
      next = load<f64>(lower);
      if (next > best) ((best = next), (index = q + rowStride + x));
      next = load<f64>(lower, NUMBER);
      if (next > best) ((best = next), (index = q + rowStride + x + 1));
      store<i32>(winners, index);
      store<f64>(to, best > lowest ? best : lowest);
      const sum = load<f64>(upper) + load<f64>(upper, NUMBER) + load<f64>(lower) + next;
      doubt = multiplyAdd(f64x2.splat(sum), zero, doubt);
    }
  }
  const finite = f64x2.extract_lane(doubt, 0) + f64x2.extract_lane(doubt, 1) == 0;
  if (!finite)
    poolNonFinite(plane, rowStride, rows, columns, output - (rows >> 1) * outputRow, outputRow, start, relu);
  return winners;
}

/** `poolPlane` for any numbers: the first NaN of a window wins over all others. */
function poolNonFinite(
  plane: usize,
  rowStride: i32,
  rows: i32,
  columns: i32,
  output: usize,
  outputRow: i32,
  winners: usize,
  relu: bool,
): void {
  for (let y = 0; y + 1 < rows; y += 2, output += outputRow) {
    for (let x = 0; x + 1 < columns; x += 2, winners += 4) {
      let winner = y * rowStride + x;
      let best = load<f64>(plane + ((<usize>winner) << 3));
      for (let k = 1; k < 4; k++) {
        const index = (y + (k >> 1)) * rowStride + x + (k & 1);
        const next = load<f64>(plane + ((<usize>index) << 3));
        if (next > best || (isNaN(next) && !isNaN(best))) {
          winner = index;
          best = next;
        }
      }
      store<i32>(winners, winner);
      store<f64>(output + ((<usize>(x >> 1)) << 3), relu && best <= 0 ? 0 : best);
    }
  }
}
