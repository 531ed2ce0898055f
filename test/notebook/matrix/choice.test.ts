import { blocksByName, layOut } from '../../../src/notebook/layout';
import { choiceAt, convolutionsOf } from '../../../src/notebook/matrix/convolution';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { valueCellAt } from '../../../src/notebook/sheet/valueCells';

const blocks = blocksByName(layOut(LESSON_4));
const convolutions = convolutionsOf(LESSON_4.network);
const chosen = (name: string, row = 0, column = 0) =>
  choiceAt(convolutions, valueCellAt(blocks.get(name)!, row, column)!);

test('a number of a filter means its matrix', () => {
  expect(chosen('conv2.filter2.channel1', 1, 1)).toEqual({ layer: 'conv2', filter: 1, channel: 0 });
  expect(chosen('conv2.filter1.channel2')).toEqual({ layer: 'conv2', filter: 0, channel: 1 });
});

test('a bias means its filter', () => {
  expect(chosen('conv1.filter2.bias')).toEqual({ layer: 'conv1', filter: 1 });
});

test('a number of a map means the filter that makes it, and the part around it', () => {
  expect(chosen('conv1.map2', 3, 4)).toEqual({ layer: 'conv1', filter: 1, at: { row: 3, column: 4 } });
});

test('an input, a pool and a dense weight mean no convolution', () => {
  expect(chosen('input.channel1')).toBeUndefined();
  expect(chosen('maxpool.map1')).toBeUndefined();
  expect(chosen('dense.unit1.channel1')).toBeUndefined();
});
