import { imageOfDataRow } from '../../../../src/excel/sheets/data/dataRows';

test.each([
  ['A5', [0]],
  ['$C$7', [2]],
  ['B6:D7', [1, 2]],
  ['6:6', [1]],
  ['A5,A8', [0, 3]],
  ['A:A', [0, 1, 2, 3]],
  ['A1:F4', []],
  ['A9', []],
])('of a page of four images, %s covers %j', (address, indexes) => {
  expect(imageOfDataRow(address, 0, 4)).toEqual(indexes);
});

test('on a later page, the first row is a later image', () => {
  expect(imageOfDataRow('A5', 100, 4)).toEqual([100]);
});

test('where a row was inserted above, all stands one lower', () => {
  expect(imageOfDataRow('A6', 0, 4, { row: 1, column: 0 })).toEqual([0]);
});
