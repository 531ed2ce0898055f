import { entries } from '../entry';
import { fieldOfMiddle, fieldSize, slidingLayers, type Sliding } from '../receptiveField';
import { strideWords } from '../../sheet/strideWords';
import { count, list, size } from '../phrases';
import type { ShapedLayer, Subject } from '../subject';

/** Filters, maps and sliding windows. */
export const maps = entries({
  filter: {
    term: 'Filter',
    also: ['kernel', 'filter weights', 'feature detector'],
    question: 'What is a filter?',
    asked: ['Why does a filter have two matrices in the second layer?', 'What does a filter look for?'],
    text:
      'A filter, or kernel, is the small set of weights that a convolution slides over its input; training finds them. ' +
      'It has a matrix for each channel that it reads, so a layer that reads two maps has two matrices in every filter; ' +
      'their products are added up to one number. It answers most where the input is large under its positive weights and small under its negative ones.',
    here: (subject) => {
      const layer = many(subject);
      return layer && filtersInNumbers(layer);
    },
    cells: (subject) => {
      const layer = many(subject);
      const blocks = subject.blocksOf(layer, 'filter', 'bias');
      return subject.target(blocks.filter(({ name }) => name.startsWith(`${layer?.name}.filter1.`)));
    },
    see: ['convolution', 'channel', 'featureMap'],
  },
  channel: {
    term: 'Channel',
    also: ['colour channel', 'depth'],
    question: 'What is a channel?',
    asked: ['Are channels summed or multiplied out?'],
    text:
      'A channel is one of several grids of numbers of the same size: the red, green and blue of an image, or the maps ' +
      'that a layer has made. A convolution multiplies each channel by a matrix of its own and sums the results over all ' +
      'channels. So they are not multiplied out: as many maps come out as there are filters, however many channels went in.',
    here: (subject) => {
      const layer = many(subject);
      if (!layer) return undefined;
      const { input, output } = layer.shape;
      const made =
        channelsOfFilter(layer) === input.channels
          ? `makes ${output.channels}, one for each filter`
          : 'keeps each to itself';
      return `${layer.name} reads ${count(input.channels, 'channel')} and ${made}.`;
    },
    cells: (subject) => subject.target(subject.readBy(many(subject))),
    see: ['filter', 'featureMap', 'convolution'],
  },
  featureMap: {
    term: 'Feature map',
    also: ['map', 'activation map', 'activations'],
    question: 'What is a feature map?',
    text:
      'A feature map is the grid of numbers that one filter makes, one for each place where it was laid on the input. A ' +
      'large number says that what the filter looks for is there: the map shows where.',
    here: (subject) => {
      const layer = subject.pick(convolutions(subject));
      return (
        layer &&
        `${layer.name} makes ${count(layer.shape.output.channels, 'map')} of ${size(layer.shape.output)}.`
      );
    },
    cells: (subject) =>
      subject.target(subject.blocksOf(subject.pick(convolutions(subject)), 'map').slice(0, 1)),
    see: ['filter', 'channel', 'receptiveField'],
  },
  stride: {
    term: 'Stride',
    question: 'What is a stride?',
    text:
      'The stride is how many cells a filter or a window moves on from one output to the next. With stride 2, about half ' +
      'as many rows and half as many columns come out; 2×1 moves on by 2 rows, but by 1 column.',
    here: (subject) => {
      const layer = strided(subject);
      if (layer) return strideInNumbers(subject, layer);
      return slidingLayers(subject).length ? 'Every stride is 1.' : undefined;
    },
    cells: (subject) => subject.target(subject.blocksOf(strided(subject), 'map')),
    see: ['padding', 'maxPool', 'receptiveField'],
  },
  padding: {
    term: 'Padding',
    also: ['valid', 'same', 'zero padding'],
    question: 'What is padding?',
    text:
      'Padding is a border around the input, so that a filter can stand at the edge, too: zeros for a convolution, nothing ' +
      'at all for a pool. ‘valid’ means none: a 3×3 filter with stride 1 then makes 2 rows and 2 columns ' +
      'less. ‘same’ means as much as keeps the size of maps with stride 1; a number is that many cells on every side.',
    here: (subject) => {
      const layer = padded(subject);
      if (layer) return paddingInNumbers(layer);
      const first = subject.pick(slidingLayers(subject));
      return (
        first &&
        `There is no padding: ${first.name} makes ${size(first.shape.output)} from ${size(first.shape.input)}.`
      );
    },
    cells: (subject) => subject.target(subject.blocksOf(padded(subject), 'map')),
    see: ['stride', 'convolution'],
  },
  dilation: {
    term: 'Dilation',
    also: ['dilated convolution', 'atrous convolution'],
    question: 'What is dilation?',
    text:
      'Dilation spreads a filter out without giving it more weights: with dilation 2 its weights meet every second cell, ' +
      'so that 3×3 weights cover 5×5 cells. With dilation 1 they meet neighbouring cells, as usual.',
    here: (subject) => {
      const layer = dilated(subject);
      if (layer)
        return `${layer.name} has dilation ${layer.dilation}: its ${layer.kernel.join('×')} weights cover ${size(layer.shape.kernel)} cells.`;
      return convolutions(subject).length ? 'Every dilation is 1.' : undefined;
    },
    cells: (subject) => subject.target(subject.blocksOf(dilated(subject), 'filter', 'bias', 'map')),
    see: ['filter', 'receptiveField'],
  },
  receptiveField: {
    term: 'Receptive field',
    question: 'What is a receptive field?',
    text:
      'The receptive field of a cell is the part of the image that the cell depends on. It grows from layer to layer: ' +
      'after two 3×3 convolutions of stride 1, a cell sees 5×5 pixels.',
    here: (subject) => {
      const layers = slidingLayers(subject);
      const shown = subject.pick(layers.toReversed());
      if (!shown) return undefined;
      const sizes = layers.map((layer) => `${layer.name} ${size(fieldSize(subject, layer))}`);
      return `In pixels, as far as the image goes: ${list(sizes)}. Show me selects what the cell in the middle of ${shown.name} sees.`;
    },
    cells: (subject) => {
      const shown = subject.pick(slidingLayers(subject).toReversed());
      return shown && { ...subject.named('input.channel1'), part: fieldOfMiddle(subject, shown) };
    },
    see: ['convolution', 'stride', 'dilation'],
  },
});

/** A layer with filters. */
type Filtering = Extract<ShapedLayer, { kernel: unknown }>;

function convolutions({ layers }: Subject): Filtering[] {
  return layers.filter((layer) => 'kernel' in layer);
}

/** How many channels one of its filters reads. */
function channelsOfFilter({ name, shape }: Filtering): number {
  return shape.parameters.find((each) => each.name === `${name}.filters`)!.shape[1];
}

/** The layer asked about, or else the first whose filters read several channels: it shows most. */
function many(subject: Subject): Filtering | undefined {
  const all = convolutions(subject);
  return subject.pick([...all.filter((layer) => channelsOfFilter(layer) > 1), ...all]);
}

function strided(subject: Subject): Sliding | undefined {
  return subject.pick(
    slidingLayers(subject).filter(({ shape: { stride } }) => Math.max(stride.rows, stride.columns) > 1),
  );
}

function padded(subject: Subject): Sliding | undefined {
  return subject.pick(
    slidingLayers(subject).filter(({ shape }) => Object.values(shape.pads).some((pad) => pad > 0)),
  );
}

function dilated(subject: Subject) {
  return subject.pick(convolutions(subject).filter(({ dilation = 1 }) => dilation > 1));
}

function filtersInNumbers(layer: Filtering): string {
  const { name, kernel, shape } = layer;
  const filters = shape.output.channels;
  const channels = channelsOfFilter(layer);
  const weights = filters * channels * kernel[0] * kernel[1];
  return (
    `${name} has ${count(filters, 'filter')} of ${count(channels, 'channel')} of ${kernel.join('×')}: ` +
    `${count(weights, 'weight')} and ${count(filters, 'bias', 'biases')}.`
  );
}

function strideInNumbers(subject: Subject, { name, shape: { stride, input, output } }: Sliding): string {
  const [map] = subject.blocksOf({ name }, 'map');
  const apart =
    map.jump > 1
      ? ` On this page its numbers stand ${map.jump} rows and columns apart, beside what they are made of.`
      : '';
  return `${name} has stride ${strideWords([stride.rows, stride.columns])}: it makes ${size(output)} from ${size(input)}.${apart}`;
}

function paddingInNumbers({ name, shape: { pads, input, output } }: Sliding): string {
  const { top, left, bottom, right } = pads;
  const border =
    new Set([top, left, bottom, right]).size === 1
      ? `${count(top, 'cell')} on every side`
      : `${top} above, ${bottom} below, ${left} on the left and ${right} on the right`;
  return `${name} has padding of ${border}: it makes ${size(output)} from ${size(input)}.`;
}
