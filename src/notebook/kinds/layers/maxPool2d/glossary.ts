import { layerGlossary } from '../../../glossary/entry';
import { poolInNumbers } from '../../../glossary/pools';

export const glossary = layerGlossary({
  key: 'maxPool',
  labels: {},
  entries: {
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
  },
});
