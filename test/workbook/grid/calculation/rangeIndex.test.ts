import fc from 'fast-check';
import { RangeIndex } from '../../../../src/workbook/grid/calculation/rangeIndex';

const at = (startRow: number, startColumn: number, endRow = startRow, endColumn = startColumn) => ({
  unitId: 'book',
  sheetId: 'sheet',
  range: { startRow, startColumn, endRow, endColumn },
});

test('finds what refers to a cell, on its own sheet only', () => {
  const index = new RangeIndex();
  index.set(1, [at(0, 0, 2, 2), at(10, 10)]);
  index.set(2, [{ ...at(0, 0), sheetId: 'other' }]);
  expect([...index.search([at(2, 2)])]).toEqual([1]);
  expect([...index.search([at(10, 10)])]).toEqual([1]);
  expect([...index.search([at(3, 3)])]).toEqual([]);
  expect([...index.search([at(2, 2)], new Set([1]))]).toEqual([]);
});

test('a formula that refers to something else no longer refers to what it did', () => {
  const index = new RangeIndex();
  index.set(1, [at(0, 0, 2, 2)]);
  index.set(1, [at(5, 5)]);
  expect([...index.search([at(0, 0, 4, 4)])]).toEqual([]);
  index.delete(1);
  expect([...index.search([at(0, 0, 9, 9)])]).toEqual([]);
});

test('whole columns have no end', () => {
  const index = new RangeIndex();
  index.set(1, [at(NaN, 3, NaN, 3)]);
  expect([...index.search([at(1_000_000, 3)])]).toEqual([1]);
  expect([...index.search([at(1_000_000, 4)])]).toEqual([]);
});

const line = fc.integer({ min: 0, max: 300 });
const range = fc
  .tuple(line, line, line, line)
  .map(([a, b, c, d]) => at(Math.min(a, b), Math.min(c, d), Math.max(a, b), Math.max(c, d)));

test('finds the same as looking at every range', () => {
  fc.assert(
    fc.property(fc.array(fc.array(range, { maxLength: 3 }), { maxLength: 20 }), range, (formulas, wanted) => {
      const index = new RangeIndex();
      formulas.forEach((ranges, id) => index.set(id, ranges));
      formulas.forEach((_, id) => id % 3 === 0 && index.delete(id));
      const touches = ({ range: a }: ReturnType<typeof at>) =>
        a.startRow <= wanted.range.endRow &&
        a.endRow >= wanted.range.startRow &&
        a.startColumn <= wanted.range.endColumn &&
        a.endColumn >= wanted.range.startColumn;
      const expected = formulas.flatMap((ranges, id) => (id % 3 !== 0 && ranges.some(touches) ? [id] : []));
      expect([...index.search([wanted])].sort((a, b) => a - b)).toEqual(expected);
    }),
  );
});
