import { sizeOf } from '../../../engine/shapes';
import { entries } from '../entry';
import { count, list, size } from '../phrases';

/** Layers in general; each kind has its own entry. */
export const layers = entries({
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
});
