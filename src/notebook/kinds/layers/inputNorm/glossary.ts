import { layerGlossary } from '../../../glossary/entry';
import { eachChannel } from '../../../glossary/phrases';

export const glossary = layerGlossary({
  key: 'inputNorm',
  labels: {},
  entries: {
    inputNorm: {
      term: 'Input normalisation',
      also: ['normalization', 'standardisation', 'mean and standard deviation'],
      question: 'What is input normalisation?',
      text:
        'Input normalisation takes a mean from each channel of the image and divides by a standard deviation. Both are measured ' +
        'once over training images, so that the numbers that follow lie around 0 with a spread of about 1; nothing of it is learned.',
      here: (subject) => {
        const layer = subject.pick(subject.all('inputNorm'));
        if (!layer) return undefined;
        const own = `${layer.name} has a mean and a standard deviation for ${eachChannel(layer.shape.input.channels)}`;
        // Only for a normalisation of the input itself are they known before the network has run.
        return layer.name === subject.layers[0].name
          ? `${own}.`
          : `${own}: 0 and 1 until you type others, as it is not the first layer.`;
      },
      cells: (subject) => subject.target(subject.blocksOf(subject.pick(subject.all('inputNorm')))),
      see: ['batchNorm', 'input'],
    },
  },
});
