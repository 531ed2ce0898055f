import { sizeOf } from '../../../engine/shapes';
import type { EntryKey } from '../contents';
import type { Entry } from '../entry';
import { count, list, size, whole } from '../phrases';
import type { Placed } from '../subject';

/** What a network is built of. */
export const layers = {
  layer: {
    term: 'Layer',
    question: 'What is a layer?',
    text:
      'A layer is one stage of the network: it reads the numbers that the layer before has made, and makes new ones. ' +
      'On the page each layer that has cells stands right of the one that it reads, with its name in the first row.',
    here: ({ layers: all }) =>
      `The network has ${count(all.length, 'layer')}: ${list(all.map(({ name }) => name))}.`,
    see: ['convolution', 'maxPool', 'dense'],
  },
  input: {
    term: 'Input',
    also: ['image', 'pixel'],
    question: 'What is the input?',
    text:
      'The input is the image as numbers, one for each pixel: 0 is paper and 1 is full ink. An image in colour has ' +
      'three numbers for each pixel, red, green and blue, each in a channel of its own. Type over any of them.',
    here: ({ spec: { network } }) =>
      `${count(network.input.channels, 'channel')} of ${size(network.input)} pixels: ${count(sizeOf(network.input), 'number')}.`,
    cells: (subject) => subject.target(subject.plan.layout.blocks.filter(({ role }) => role === 'input')),
    see: ['channel', 'imageNumber'],
  },
  dense: {
    term: 'Dense layer',
    also: ['fully connected layer', 'linear layer', 'FC', 'dense weights', 'unit', 'neuron'],
    question: 'What is a dense layer?',
    asked: ['Is dense the same as fully connected?'],
    text:
      'A dense layer has units, and each unit reads every number of the layer before: it multiplies each of them by a ' +
      'weight of its own, adds up the products and adds its bias; an activation may follow. Fully connected layer is another name for the same.',
    here: (subject) => {
      const layer = subject.pick(subject.all('dense'));
      return layer && denseInNumbers(layer);
    },
    cells: (subject) => subject.target(subject.blocksOf(subject.pick(subject.all('dense')))),
    see: ['flatten', 'weight', 'bias', 'globalAveragePool'],
  },
  convolution: {
    term: 'Convolution',
    also: ['cross-correlation', 'conv2d', 'convolutional layer'],
    question: 'What is a convolution?',
    asked: ['Is the filter flipped?'],
    text:
      'A convolution slides filters over the maps that it reads. At each place it multiplies the numbers under a filter by ' +
      'the filter’s weights and adds up all the products, of all channels, and the bias; that sum, after the activation, is one ' +
      'number of the filter’s map. The filter is not flipped; mathematics calls this cross-correlation, networks call it convolution.',
    here: (subject) => {
      const layer = subject.pick(subject.all('conv2d'));
      return layer && convolutionInNumbers(layer);
    },
    cells: (subject) => subject.target(subject.blocksOf(subject.pick(subject.all('conv2d')))),
    see: ['filter', 'channel', 'featureMap', 'stride', 'padding', 'sharedWeights'],
  },
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
} satisfies Partial<Record<EntryKey, Entry>>;

function denseInNumbers({ name, units, shape: { input } }: Placed<'dense'>): string {
  const inputs = input.channels;
  if (units === 1)
    return `${name} has 1 unit, which reads ${count(inputs, 'number')}: ${count(inputs, 'weight')} and 1 bias.`;
  return (
    `${name} has ${count(units, 'unit')}, and each reads ${count(inputs, 'number')}: ` +
    `${units} · ${whole(inputs)} = ${count(units * inputs, 'weight')} and ${count(units, 'bias', 'biases')}.`
  );
}

function convolutionInNumbers({ name, filters, kernel, shape: { input, output } }: Placed<'conv2d'>): string {
  return (
    `${name} slides ${count(filters, 'filter')} of ${kernel.join('×')} over ${count(input.channels, 'channel')} of ` +
    `${size(input)} and makes ${count(filters, 'map')} of ${size(output)}.`
  );
}

function sharingInNumbers({ name, kernel, shape: { input, output } }: Placed<'conv2d'>): string {
  const [inputs, outputs] = [sizeOf(input), sizeOf(output)];
  const weights = output.channels * input.channels * kernel[0] * kernel[1];
  return (
    `A dense layer in the place of ${name} would have ${whole(inputs)} · ${whole(outputs)} = ` +
    `${count(inputs * outputs, 'weight')}. ${name} has ${whole(weights)}, and each is used at all ` +
    `${count(output.height * output.width, 'place')} of its map.`
  );
}
