import {
  cellOfConfusion,
  layOutConfusion,
  rowOfWorst,
} from '../../../../src/excel/sheets/confusion/confusionLayout';

test.each([
  ['B6', { truth: 0, predicted: 0 }],
  ['C6', { truth: 0, predicted: 1 }],
  ['$D$8', { truth: 2, predicted: 2 }],
  ['A6', undefined],
  ['B5', undefined],
  ['E6', undefined],
  ['B9', undefined],
  ['B6:C6', undefined],
  ['B6,C6', undefined],
  ['6:6', undefined],
])('of three classes, %s is %j', (address, cell) => {
  expect(cellOfConfusion(address, 3)).toEqual(cell);
});

test.each([
  ['H6', 0],
  ['L25', 19],
  ['H7:L7', 1],
  ['7:7', 1],
  ['H5', undefined],
  ['H26', undefined],
  ['G6', undefined],
  ['H6:H7', undefined],
])('right of a matrix of three classes, %s is worst image %j', (address, row) => {
  expect(rowOfWorst(address, { classes: 3, isMultiLabel: false })).toBe(row);
});

test('right of two labels, the worst images begin in J6', () => {
  expect(rowOfWorst('J6', { classes: 2, isMultiLabel: true })).toBe(0);
  expect(rowOfWorst('I6', { classes: 2, isMultiLabel: true })).toBeUndefined();
});

test('the block of ten classes is A1:S25', () => {
  expect(layOutConfusion({ classes: 10, isMultiLabel: false }).size).toEqual({ rows: 25, columns: 19 });
});
