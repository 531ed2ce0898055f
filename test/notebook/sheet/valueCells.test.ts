import { blocksByName, layOut } from '../../../src/notebook/layout';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { indexOf, valueCellAt, ValueCells } from '../../../src/notebook/sheet/valueCells';

const layout = layOut(LESSON_4);
const cells = new ValueCells(layout);
const block = (name: string) => blocksByName(layout).get(name)!;

test('the numbers of a filter stand matrix by matrix', () => {
  // conv2.filters is [2 filters, 2 channels, 3, 3]: number 9 + 4 is the middle of filter 1, channel 2.
  const found = cells.find('conv2.filters', 13)!;
  expect(found).toEqual({ block: block('conv2.filter1.channel2'), row: 1, column: 1 });
  expect(indexOf(found)).toBe(13);
});

test('a spread map is counted in values, and its gaps hold none', () => {
  const found = cells.find('maxpool', 144 + 13)!;
  expect(found).toEqual({ block: block('maxpool.map2'), row: 1, column: 1 });
  expect(valueCellAt(found.block, 2, 2)).toEqual(found);
  expect(valueCellAt(found.block, 1, 2)).toBeUndefined();
  expect(valueCellAt(found.block, 23, 0)).toBeUndefined();
});

test('what is not on the page stands nowhere', () => {
  expect(cells.find('maxpool', 2 * 144)).toBeUndefined();
  expect(cells.find('nothing', 0)).toBeUndefined();
});
