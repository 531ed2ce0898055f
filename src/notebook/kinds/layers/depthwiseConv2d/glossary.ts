import { layerGlossary } from '../../../glossary/entry';
import { count } from '../../../glossary/phrases';

export const glossary = layerGlossary({
  key: 'depthwise',
  labels: { filter: 'filter', bias: 'bias' },
  entries: {
    depthwise: {
      term: 'Depthwise convolution',
      also: ['depthwise'],
      question: 'What is a depthwise convolution?',
      text:
        'A depthwise convolution has one filter for each channel, of one matrix, and it reads that channel alone. So each ' +
        'map that comes out is made from one map, and no channels are summed.',
      here: (subject) => {
        const layer = subject.pick(subject.all('depthwiseConv2d'));
        return (
          layer &&
          `${layer.name} has ${count(layer.shape.input.channels, 'channel')}, each with a filter of ${layer.kernel.join('×')}.`
        );
      },
      cells: (subject) => subject.target(subject.blocksOf(subject.pick(subject.all('depthwiseConv2d')))),
      see: ['convolution', 'channel'],
    },
  },
});
