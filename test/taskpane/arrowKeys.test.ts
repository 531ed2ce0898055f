import { arrowStep } from '../../src/taskpane/arrowKeys';

test.each([
  ['ArrowUp', { row: 2, column: 3 }],
  ['ArrowDown', { row: 4, column: 3 }],
  ['ArrowLeft', { row: 3, column: 2 }],
  ['ArrowRight', { row: 3, column: 4 }],
  ['Enter', undefined],
])('%s from row 3, column 3', (key, to) => {
  expect(arrowStep({ row: 3, column: 3 }, key)).toEqual(to);
});
