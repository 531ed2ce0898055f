import { sizeOf } from '../../../../engine/shapes';
import { layerGlossary } from '../../../glossary/entry';
import { count, size, whole } from '../../../glossary/phrases';
import type { ShapedLayer } from '../../../glossary/subject';

export const glossary = layerGlossary({
  key: 'convolution',
  labels: { filter: 'filter', bias: 'bias' },
  entries: {
    convolution: {
      term: 'Convolution',
      also: ['cross-correlation', 'conv2d', 'convolutional layer'],
      question: 'What is a convolution?',
      asked: ['Is the filter flipped?'],
      text:
        'A convolution slides filters over the maps that it reads. At each place it multiplies the numbers under a filter by ' +
        'the filter’s weights and adds up all the products, of all channels, and the bias; that sum, after the activation, is one ' +
        'number of the filter’s map. The filter is not flipped; mathematics calls this cross-correlation, networks call it convolution. A convolution without bias adds the products alone.',
      here: (subject) => {
        const layer = subject.pick(subject.all('conv2d'));
        return layer && convolutionInNumbers(layer);
      },
      cells: (subject) => subject.target(subject.blocksOf(subject.pick(subject.all('conv2d')))),
      see: ['filter', 'channel', 'featureMap', 'stride', 'padding', 'sharedWeights'],
    },
    sharedWeights: {
      term: 'Shared weights',
      also: ['convolution as a matrix product', 'weight sharing', 'sparse connections'],
      question: 'What are shared weights?',
      asked: ['Is a convolution a matrix product, and which entries are shared?'],
      text:
        'A convolution can be written as a matrix times the flattened input: a row for each output, a column for each ' +
        'input. Where an output does not see an input the entry is 0, usually most of them; the others are the filter’s few ' +
        'weights, which come back in row after row of the same map: they are shared. A dense layer has a weight of its own for every entry.',
      here: (subject) => {
        const layer = subject.pick(subject.all('conv2d'));
        return layer && sharingInNumbers(layer);
      },
      cells: (subject) => {
        const layer = subject.pick(subject.all('conv2d'));
        return subject.target(subject.blocksOf(layer, 'filter', 'bias'));
      },
      see: ['convolution', 'dense', 'parameters'],
    },
  },
});

function convolutionInNumbers({
  name,
  filters,
  kernel,
  shape: { input, output },
}: ShapedLayer<'conv2d'>): string {
  return (
    `${name} slides ${count(filters, 'filter')} of ${kernel.join('×')} over ${count(input.channels, 'channel')} of ` +
    `${size(input)} and makes ${count(filters, 'map')} of ${size(output)}.`
  );
}

function sharingInNumbers({ name, kernel, shape: { input, output } }: ShapedLayer<'conv2d'>): string {
  const [inputs, outputs] = [sizeOf(input), sizeOf(output)];
  const weights = output.channels * input.channels * kernel[0] * kernel[1];
  return (
    `A dense layer in the place of ${name} would have ${whole(inputs)} · ${whole(outputs)} = ` +
    `${count(inputs * outputs, 'weight')}. ${name} has ${whole(weights)}, and each is used at all ` +
    `${count(output.height * output.width, 'place')} of its map.`
  );
}
