import type { Conv2dSpec } from '../../../engine/spec';
import { sentence, sum, type Part } from '../explanation';
import type { LayerExplainer, LayerPage } from '../layer';
import {
  collectedByBias,
  collectedByTap,
  gradientProducts,
  mapNumber,
  multiplied,
  ownBias,
  ownTap,
  patchProducts,
  type Matrix,
} from '../correlation';
import { anyOf, seeing, seenBy, windowsOf } from '../windows';

type Page = LayerPage<Conv2dSpec>;

/** Filters `[filters, channels, kernelHeight, kernelWidth]`: a filter has a matrix for each channel. */
export const conv2d: LayerExplainer<Conv2dSpec> = {
  output(page, index) {
    const { channels } = page.shape.input;
    const [filter, at] = mapNumber(page, index);
    const products = channelsOf(page).map((channel) =>
      patchProducts(page, matrixOf(page, filter, channel), at, `Channel ${channel + 1}`),
    );
    const terms = [...products.map(({ result }) => result), page.ownNumber('bias', filter, 'bias')];
    const added: Part =
      channels === 1
        ? sentence('All these products are added, and the bias of the filter.')
        : sentence(
            `The ${channels} channels are summed: a filter has a matrix for each channel that it reads, and makes one ` +
              'map of all of them. Then its bias is added.',
          );
    return [...products, added, sum('sum', terms)];
  },

  compute(page, index, n) {
    const [filter, at] = mapNumber(page, index);
    return channelsOf(page).reduce(
      (total, channel) => total + multiplied(page, matrixOf(page, filter, channel), at, n),
      page.own('bias')[filter],
    );
  },

  inputGradient(page, index) {
    const { height, width } = page.shape.input;
    const [channel, pixel] = [Math.floor(index / (height * width)), index % (height * width)];
    return gradientProducts(
      page,
      pixel,
      Array.from({ length: page.shape.output.channels }, (_, filter) => matrixOf(page, filter, channel)),
    );
  },

  parameterGradient(page, word, index) {
    return word === 'bias' ? collectedByBias(page, index) : collectedByTap(page, ...tapAt(page, index));
  },

  reads(page, outputs) {
    const seen = seenBy(windowsOf(page), anyOf(outputs, page.shape.output));
    return everywhere(page.noInputs(), seen);
  },

  reaches(page, inputs) {
    return everywhere(page.noOutputs(), seeing(windowsOf(page), anyOf(inputs, page.shape.input)));
  },

  own(page, word, index) {
    return word === 'bias' ? ownBias(page, index) : ownTap(page, ...tapAt(page, index));
  },

  ownOf(page, index) {
    const [filter] = mapNumber(page, index);
    const count = page.own('filters').length / page.shape.output.channels;
    return [
      { word: 'filters', from: filter * count, count },
      { word: 'bias', from: filter, count: 1 },
    ];
  },
};

function matrixOf({ spec, shape }: Page, filter: number, channel: number): Matrix {
  const [rows, columns] = spec.kernel;
  return { channel, filter, first: (filter * shape.input.channels + channel) * rows * columns };
}

/** In which matrix number `index` of the filters stands, and where in it. */
function tapAt(page: Page, index: number): [Matrix, number] {
  const taps = page.spec.kernel[0] * page.spec.kernel[1];
  const { channels } = page.shape.input;
  const matrix = Math.floor(index / taps);
  return [matrixOf(page, Math.floor(matrix / channels), matrix % channels), index % taps];
}

function channelsOf({ shape }: Page): number[] {
  return Array.from({ length: shape.input.channels }, (_, channel) => channel);
}

/** The same in every map. */
function everywhere(all: Uint8Array, map: Uint8Array): Uint8Array {
  for (let start = 0; start < all.length; start += map.length) all.set(map, start);
  return all;
}
