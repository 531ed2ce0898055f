import { sizeOf } from '../../../engine/shapes';
import type { Block } from '../../sheet/block';
import type { EntryKey } from '../contents';
import type { Entry } from '../entry';
import { count, size } from '../phrases';
import type { Placed, Subject } from '../subject';

/** Layers that make less, or another form, of maps, without weights. */
export const pools = {
  maxPool: {
    term: 'Max pooling',
    also: ['max pool', 'maxpool', 'pooling', 'subsampling'],
    question: 'What is a max pool?',
    text:
      'A max pool slides a window over each map and keeps the largest number in it; it has no weights. The maps become ' +
      'smaller, and it matters less where exactly in a window a feature is. The gradient goes back to the winning cell ' +
      'alone; of equal cells the first wins, row by row.',
    here: (subject) => poolInNumbers(subject.pick(subject.all('maxPool2d'))),
    cells: (subject) => subject.target(subject.blocksOf(subject.pick(subject.all('maxPool2d')))),
    see: ['stride', 'averagePool', 'globalAveragePool'],
  },
  averagePool: {
    term: 'Average pooling',
    also: ['average pool', 'mean pool', 'pooling', 'subsampling'],
    question: 'What is an average pool?',
    text:
      'An average pool slides a window over each map and keeps the mean of the numbers in it; it has no weights. ' +
      'Padding is not counted. The gradient is shared out equally among the cells of the window.',
    here: (subject) => poolInNumbers(subject.pick(subject.all('averagePool2d'))),
    cells: (subject) => subject.target(subject.blocksOf(subject.pick(subject.all('averagePool2d')))),
    see: ['maxPool', 'globalAveragePool'],
  },
  globalAveragePool: {
    term: 'Global average pooling',
    also: ['global average pool', 'GAP', 'pooling'],
    question: 'What is a global average pool?',
    asked: ['Can a global average pool replace the dense layer?'],
    text:
      'A global average pool makes one number of each map: the mean of all its cells. It can replace the dense layer: if the ' +
      'last convolution makes one map for each class, the means are the logits, and no more weights are needed. The maps ' +
      'then show where in the image each class is seen.',
    here: (subject) => {
      const layer = subject.pick(subject.all('globalAveragePool'));
      if (!layer) return undefined;
      const { input } = layer.shape;
      return `${layer.name} makes ${count(input.channels, 'number')} of ${count(input.channels, 'map')} of ${size(input)}.`;
    },
    cells: (subject) => subject.target(subject.blocksOf(subject.pick(subject.all('globalAveragePool')))),
    see: ['dense', 'logits', 'averagePool'],
  },
  flatten: {
    term: 'Flatten',
    also: ['flattened vector'],
    question: 'What does flatten do?',
    asked: ['Which cell goes where in the flattened vector?', 'Does flattening lose the features?'],
    text:
      'Flatten reads maps as one row of numbers: map 1 row by row, then map 2, and so on. Nothing is computed and ' +
      'nothing is lost: the dense layer after it has a weight of its own for each of the numbers, so it still matters in which map and where a feature was found.',
    here: (subject) => {
      const layer = subject.pick(subject.all('flatten'));
      return layer && flattenInNumbers(layer, flattened(subject)[0]);
    },
    cells: (subject) => subject.target(flattened(subject)),
    see: ['dense', 'globalAveragePool'],
  },
} satisfies Partial<Record<EntryKey, Entry>>;

function poolInNumbers(layer: Placed<'maxPool2d' | 'averagePool2d'> | undefined): string | undefined {
  if (!layer) return undefined;
  const { input, output } = layer.shape;
  const maps = input.channels === 1 ? 'a map' : `each of ${input.channels} maps`;
  return `${layer.name} has windows of ${layer.size.join('×')} and makes ${size(output)} of ${size(input)}, for ${maps}.`;
}

function flattenInNumbers({ shape: { input } }: Placed<'flatten'>, map: Block): string {
  const { channels, height, width } = input;
  if (height * width === 1) return `${count(channels, 'number')} are in a row already.`;
  const place = [
    ...(channels > 1 ? [`(m − 1) · ${height * width}`] : []),
    ...(height > 1 ? [`(r − 1) · ${width}`] : []),
    'c',
  ].join(' + ');
  const whose = (channels > 1 ? ' of map m' : ' of the map') + (map.jump > 1 ? ', gaps not counted,' : '');
  return (
    `${count(channels, 'map')} of ${size(input)} are read as ${count(sizeOf(input), 'number')}: ` +
    `the cell in row r and column c${whose} is number ${place}.`
  );
}

/** The maps that are flattened: flatten itself mostly takes no cells, and what follows it reads them. */
function flattened(subject: Subject): Block[] {
  const layer = subject.pick(subject.all('flatten'));
  if (!layer) return [];
  const own = subject.blocksOf(layer).length > 0;
  const reader = own
    ? layer
    : subject.layers[subject.layers.findIndex(({ name }) => name === layer.name) + 1];
  return subject.readBy(reader);
}
