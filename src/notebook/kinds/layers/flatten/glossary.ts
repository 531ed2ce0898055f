import { sizeOf } from '../../../../engine/shapes';
import { layerGlossary } from '../../../glossary/entry';
import { count, size } from '../../../glossary/phrases';
import type { ShapedLayer, Subject } from '../../../glossary/subject';
import type { Block } from '../../../sheet/block';

export const glossary = layerGlossary({
  key: 'flatten',
  labels: {},
  entries: {
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
  },
});

function flattenInNumbers({ shape: { input } }: ShapedLayer<'flatten'>, map: Block): string {
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
