import type { NumberGrid } from '../../../src/notebook/explain/explanation';
import { movedBy, startOf } from '../../../src/taskpane/explain/gridKeys';

const linked = { value: 1, cell: { key: 'values' as const, row: 0, column: 0 } };
const outside = { value: 0, outside: true };
const grid: NumberGrid = {
  title: 'patch',
  rows: [
    [outside, outside, outside],
    [outside, linked, linked],
    [linked, outside, linked],
  ],
};

test('the Tab key stops at the first cell that can be gone to, then at the one that was chosen', () => {
  expect(startOf(grid, undefined)).toEqual({ row: 1, column: 1 });
  expect(startOf(grid, { row: 2, column: 2 })).toEqual({ row: 2, column: 2 });
  expect(startOf(grid, { row: 5, column: 5 })).toEqual({ row: 1, column: 1 });
  expect(startOf({ title: 'slopes', rows: [[{ value: 1 }]] }, undefined)).toBeUndefined();
});

test('arrow keys go over the padding, and stay at the edge', () => {
  expect(movedBy(grid, { row: 1, column: 1 }, 'ArrowRight')).toEqual({ row: 1, column: 2 });
  expect(movedBy(grid, { row: 2, column: 2 }, 'ArrowLeft')).toEqual({ row: 2, column: 0 });
  expect(movedBy(grid, { row: 1, column: 2 }, 'ArrowUp')).toBeUndefined();
  expect(movedBy(grid, { row: 1, column: 2 }, 'Enter')).toBeUndefined();
});
