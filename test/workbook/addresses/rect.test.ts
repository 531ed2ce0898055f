import { formatRect } from '../../../src/workbook/addresses/a1';
import { Rect } from '../../../src/workbook/addresses/rect';
import { coveringRects } from '../../../src/workbook/addresses/cover';

describe('changed cells as few rectangles', () => {
  const cover = (cells: Record<number, number[]>) =>
    coveringRects(new Map(Object.entries(cells).map(([row, columns]) => [Number(row), columns])))
      .map(formatRect)
      .sort();

  test('a block is one rectangle', () => {
    expect(cover({ 1: [1, 2, 3], 2: [3, 2, 1], 3: [1, 2, 3] })).toEqual(['B2:D4']);
  });
  test('two selections are two', () => {
    expect(cover({ 0: [0, 1, 4], 1: [0, 1] })).toEqual(['A1:B2', 'E1']);
  });
  test('a gap of one row separates', () => {
    expect(cover({ 0: [0], 2: [0] })).toEqual(['A1', 'A3']);
  });
});

describe('an area after rows or columns came or went', () => {
  const block = new Rect(4, 2, 3, 3); // C5:E7
  test.each([
    ['RowInserted', new Rect(2, 0, 2), 'C7:E9'],
    ['RowInserted', new Rect(4, 0, 1), 'C6:E8'],
    ['RowInserted', new Rect(5, 0, 2), 'C5:E9'],
    ['RowInserted', new Rect(7, 0, 2), 'C5:E7'],
    ['RowDeleted', new Rect(0, 0, 2), 'C3:E5'],
    ['RowDeleted', new Rect(3, 0, 2), 'C4:E5'],
    ['RowDeleted', new Rect(6, 0, 9), 'C5:E6'],
    ['ColumnInserted', new Rect(0, 0, 1, 1), 'D5:F7'],
    ['ColumnDeleted', new Rect(0, 3, 1, 1), 'C5:D7'],
  ] as const)('%s at %o', (type, at, expected) => {
    expect(formatRect(block.shifted(type, at)!)).toBe(expected);
  });
  test('nothing is left when all its rows are deleted', () => {
    expect(block.shifted('RowDeleted', new Rect(3, 0, 5))).toBeNull();
  });
});
