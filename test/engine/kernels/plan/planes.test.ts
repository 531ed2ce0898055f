import { MemoryPlan } from '../../../../src/engine/kernels/plan/memoryPlan';
import {
  denseLayout,
  isDense,
  paddedLayout,
  reserve,
  rowOf,
} from '../../../../src/engine/kernels/plan/planes';

const shape = { channels: 2, height: 3, width: 4 };
const pads = { top: 1, left: 1, bottom: 1, right: 2 };

test('maps stand with their zeros around them, the padding of a row shared with the next', () => {
  // Rows of 4 numbers and 2 zeros: the one left of a row stands behind the two right of the row before.
  expect(rowOf(shape, pads)).toBe(6);
  // 5 rows of 6, the zero left of a sixth, and one more: 32 numbers a map; the first stands in row 1, column 1.
  expect(paddedLayout(shape, pads, 6)).toEqual({ shape, row: 6, plane: 32, image: 64, origin: 7 });
});

test('without padding one number stands behind the other', () => {
  expect(denseLayout(shape)).toEqual({ shape, row: 4, plane: 12, image: 24, origin: 0 });
  expect(isDense(denseLayout(shape))).toBe(true);
  expect(isDense(paddedLayout(shape, pads, 6))).toBe(false);
});

test('arrays of a memory do not overlap, and records hold what they are given', () => {
  const plan = new MemoryPlan();
  const { values, gradients } = reserve(plan, denseLayout(shape), 5);
  const record = plan.record([7, -8, 9]);
  const memory = plan.allocate();
  expect(gradients - values).toBeGreaterThanOrEqual(5 * 24 * 8);
  expect(record - gradients).toBeGreaterThanOrEqual(5 * 24 * 8);
  expect([...new Int32Array(memory.buffer, record, 3)]).toEqual([7, -8, 9]);
  expect(memory.buffer.byteLength).toBeGreaterThanOrEqual(record + 12);
});

test('a network beyond the reach of the kernels gets no memory', () => {
  const plan = new MemoryPlan();
  plan.numbers(2 ** 28);
  expect(() => plan.allocate()).toThrow(RangeError);
});
