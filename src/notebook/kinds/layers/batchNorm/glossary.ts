import { layerGlossary } from '../../../glossary/entry';
import { count, eachChannel } from '../../../glossary/phrases';

export const glossary = layerGlossary({
  key: 'batchNorm',
  labels: {},
  entries: {
    batchNorm: {
      term: 'Batch normalisation',
      also: ['batch norm', 'normalization', 'scale and shift', 'running mean', 'running variance'],
      question: 'What is batch normalisation?',
      text:
        'Batch normalisation brings each channel to mean 0 and variance 1 over the batch, then multiplies it by a scale and ' +
        'adds a shift, which are both learned. In evaluate mode it takes the running mean and variance instead of those of ' +
        'the batch; each step of training moves them a tenth of the way towards those of its batch.',
      here: (subject) => {
        const layer = subject.pick(subject.all('batchNorm'));
        return (
          layer &&
          `${layer.name} has a scale and a shift for ${eachChannel(layer.shape.input.channels)}: ${count(2 * layer.shape.input.channels, 'parameter')}.`
        );
      },
      cells: (subject) => subject.target(subject.blocksOf(subject.pick(subject.all('batchNorm')))),
      see: ['batch', 'mode', 'inputNorm'],
    },
  },
});
