import fc from 'fast-check';
import { columnName, overlap, parseA1, toA1 } from '../../../src/notebook/sheet/address';

test.each([
  ['A1', 0, 0, 1, 1],
  ['AD11:AF13', 10, 29, 3, 3],
  ["'Lesson 4'!$EN$4", 3, 143, 1, 1],
  ['XFD1048576', 1_048_575, 16_383, 1, 1],
  ['3:4', 2, 0, 2, 16_384],
  ['B:B', 0, 1, 1_048_576, 1],
])('%s', (address, row, column, rows, columns) => {
  expect(parseA1(address)).toEqual({ row, column, rows, columns });
});

test('whatever is written as A1 is read back', () => {
  const rect = fc.record({
    row: fc.nat(10_000),
    column: fc.nat(15_000),
    rows: fc.integer({ min: 1, max: 50 }),
    columns: fc.integer({ min: 1, max: 50 }),
  });
  fc.assert(fc.property(rect, (cells) => expect(parseA1(toA1(cells))).toEqual(cells)));
});

test('columns after Z and ZZ', () => {
  expect([25, 26, 701, 702].map(columnName)).toEqual(['Z', 'AA', 'ZZ', 'AAA']);
});

test('neighbours do not overlap', () => {
  expect(overlap(parseA1('A1:B2'), parseA1('C1:D2'))).toBe(false);
  expect(overlap(parseA1('A1:B2'), parseA1('B2'))).toBe(true);
});

test.each(['', '1A', 'A1:B2:C3', 'hello world'])('"%s" is not an address', (text) => {
  expect(() => parseA1(text)).toThrow(/not an address/);
});
