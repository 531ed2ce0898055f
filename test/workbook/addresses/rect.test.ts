import fc from 'fast-check';
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

const line = fc.integer({ min: 0, max: 12 });
const rect = fc
  .tuple(line, line, line, line)
  .map(([row1, column1, row2, column2]) => Rect.between(row1, column1, row2, column2));
const has = (one: Rect) => (cell: readonly [number, number]) => one.containsCell(...cell);

test('what two rectangles have in common are the cells that both have', () => {
  fc.assert(
    fc.property(rect, rect, (one, other) => {
      const common = [...one.cells()].filter(has(other));
      const found = one.intersection(other);
      expect([...(found?.cells() ?? [])]).toEqual(common);
      expect(one.touches(other)).toBe(common.length > 0);
      expect(found === null || (one.contains(found) && other.contains(found))).toBe(true);
    }),
  );
});

test('a union is the smallest rectangle that contains both', () => {
  fc.assert(
    fc.property(rect, rect, (one, other) => {
      const union = one.union(other);
      expect(union.contains(one) && union.contains(other)).toBe(true);
      for (const edge of [
        union.rowAt(0),
        union.rowAt(union.rows - 1),
        union.columnAt(0),
        union.columnAt(union.columns - 1),
      ])
        expect(edge.touches(one) || edge.touches(other)).toBe(true);
    }),
  );
});

test('what is inserted and deleted again leaves a rectangle where it was', () => {
  fc.assert(
    fc.property(rect, rect, (one, at) => {
      const rows = one.shifted('RowInserted', at)!.shifted('RowDeleted', at)!;
      const columns = one.shifted('ColumnInserted', at)!.shifted('ColumnDeleted', at)!;
      expect(rows.equals(one) && columns.equals(one)).toBe(true);
    }),
  );
});

test('a rectangle without rows or columns has nothing in common with any', () => {
  const empty = new Rect(3, 3, 2, 0);
  expect(empty.intersection(new Rect(0, 0, 9, 9))).toBeNull();
  expect([...empty.cells()]).toEqual([]);
});
