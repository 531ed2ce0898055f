import { layerGlossary } from '../../../glossary/entry';
import { count, size } from '../../../glossary/phrases';

export const glossary = layerGlossary({
  key: 'globalAveragePool',
  labels: {},
  entries: {
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
        return (
          `${layer.name} makes ${count(input.channels, 'number')} from ` +
          `${count(input.channels, 'map')} of ${size(input)}.`
        );
      },
      cells: (subject) => subject.target(subject.blocksOf(subject.pick(subject.all('globalAveragePool')))),
      see: ['dense', 'logits', 'averagePool'],
    },
  },
});
