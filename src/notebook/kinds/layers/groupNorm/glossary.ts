import { layerGlossary } from '../../../glossary/entry';
import { count } from '../../../glossary/phrases';

export const glossary = layerGlossary({
  key: 'groupNorm',
  labels: {},
  entries: {
    groupNorm: {
      term: 'Group normalisation',
      also: ['group norm', 'layer norm', 'layer normalisation', 'normalization'],
      question: 'What is group normalisation?',
      text:
        'Group normalisation brings each group of channels of an image to mean 0 and variance 1 over all their cells, then ' +
        'multiplies each channel by a scale and adds a shift, which are both learned. No image looks at another, so it does the ' +
        'same with any batch, in training and in evaluate mode. With one group it is layer normalisation.',
      here: (subject) => {
        const layer = subject.pick(subject.all('groupNorm'));
        if (!layer) return undefined;
        const { channels } = layer.shape.input;
        return (
          `${layer.name} has ${count(layer.groups, 'group')} of ${count(channels / layer.groups, 'channel')}, and a scale and ` +
          `a shift for each channel: ${count(2 * channels, 'parameter')}.`
        );
      },
      cells: (subject) => subject.target(subject.blocksOf(subject.pick(subject.all('groupNorm')))),
      see: ['batchNorm', 'channel', 'inputNorm'],
    },
  },
});
