import { area, formatArea } from '../../../src/workbook/addresses/a1';
import { rectangles } from '../../../src/workbook/addresses/cover';
import { shifted } from '../../../src/workbook/grid/shift';

describe('changed cells as few rectangles', () => {
  const cover = (cells: Record<number, number[]>) =>
    rectangles(new Map(Object.entries(cells).map(([row, columns]) => [Number(row), columns])))
      .map(formatArea)
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
  const block = area(4, 2, 3, 3); // C5:E7
  test.each([
    ['RowInserted', area(2, 0, 2), 'C7:E9'],
    ['RowInserted', area(4, 0, 1), 'C6:E8'],
    ['RowInserted', area(5, 0, 2), 'C5:E9'],
    ['RowInserted', area(7, 0, 2), 'C5:E7'],
    ['RowDeleted', area(0, 0, 2), 'C3:E5'],
    ['RowDeleted', area(3, 0, 2), 'C4:E5'],
    ['RowDeleted', area(6, 0, 9), 'C5:E6'],
    ['ColumnInserted', area(0, 0, 1, 1), 'D5:F7'],
    ['ColumnDeleted', area(0, 3, 1, 1), 'C5:D7'],
  ] as const)('%s at %o', (type, at, expected) => {
    expect(formatArea(shifted(block, type, at)!)).toBe(expected);
  });
  test('nothing is left when all its rows are deleted', () => {
    expect(shifted(block, 'RowDeleted', area(3, 0, 5))).toBeNull();
  });
});
