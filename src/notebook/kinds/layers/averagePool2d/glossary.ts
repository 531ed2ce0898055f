import { layerGlossary } from '../../../glossary/entry';
import { poolInNumbers } from '../../../glossary/pools';

export const glossary = layerGlossary({
  key: 'averagePool',
  labels: {},
  entries: {
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
  },
});
