import { middleOf, moved, pointOf } from '../../../src/taskpane/images/cursor';

const PAPER = { height: 6, width: 4 };

test('the keyboard begins in the middle', () => {
  expect(middleOf(PAPER)).toEqual({ row: 3, column: 2 });
});

test('arrow keys move by a pixel', () => {
  const from = { row: 3, column: 2 };
  expect(moved(from, 'ArrowUp', PAPER)).toEqual({ row: 2, column: 2 });
  expect(moved(from, 'ArrowDown', PAPER)).toEqual({ row: 4, column: 2 });
  expect(moved(from, 'ArrowLeft', PAPER)).toEqual({ row: 3, column: 1 });
  expect(moved(from, 'ArrowRight', PAPER)).toEqual({ row: 3, column: 3 });
});

test('but never off the paper', () => {
  expect(moved({ row: 0, column: 0 }, 'ArrowUp', PAPER)).toEqual({ row: 0, column: 0 });
  expect(moved({ row: 5, column: 3 }, 'ArrowRight', PAPER)).toEqual({ row: 5, column: 3 });
});

test('other keys are left to others', () => {
  expect(moved({ row: 0, column: 0 }, 'Tab', PAPER)).toBeUndefined();
});

test('ink goes to the middle of the pixel', () => {
  expect(pointOf({ row: 2, column: 0 })).toEqual({ x: 0.5, y: 2.5 });
});
