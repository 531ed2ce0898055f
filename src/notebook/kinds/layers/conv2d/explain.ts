import { inputsSeenBy, outputsReachedBy } from '../../../../engine/geometry';
import type { Conv2dSpec } from '../../../../engine/spec';
import { sentence, sum, type Part } from '../../../explain/explanation';
import type { LayerExplainer, ExplainedLayer } from '../../../explain/explainedLayer';
import {
  collectedByBias,
  collectedByTap,
  gradientProducts,
  mapNumber,
  multiplied,
  ownBias,
  ownTap,
  patchProducts,
  purposeInMap,
  type Matrix,
} from '../../../explain/correlation';
import { anyOf } from '../../../explain/maps';

type Layer = ExplainedLayer<Conv2dSpec>;

/** Filters `[filters, channels, kernelHeight, kernelWidth]`: a filter has a matrix for each channel. */
export const explain: LayerExplainer<Conv2dSpec> = {
  output(layer, index) {
    const { channels } = layer.shape.input;
    const [filter, at] = mapNumber(layer, index);
    const products = channelsOf(layer).map((channel) =>
      patchProducts(layer, matrixOf(layer, filter, channel), at, `Channel ${channel + 1}`),
    );
    const { bias = true } = layer.spec;
    const terms = [
      ...products.map(({ result }) => result),
      ...(bias ? [layer.ownNumber('bias', filter, 'bias')] : []),
    ];
    const added: Part =
      channels === 1
        ? sentence(`All these products are added${bias ? ', and the bias of the filter' : ''}.`)
        : sentence(
            `The ${channels} channels are summed: a filter has a matrix for each channel that it reads, and makes one ` +
              `map of all of them.${bias ? ' Then its bias is added.' : ''}`,
          );
    return [...products, added, sum('sum', terms)];
  },

  compute(layer, index, n) {
    const [filter, at] = mapNumber(layer, index);
    return channelsOf(layer).reduce(
      (total, channel) => total + multiplied(layer, matrixOf(layer, filter, channel), at, n),
      layer.spec.bias === false ? 0 : layer.own('bias')[filter],
    );
  },

  inputGradient(layer, index) {
    const { height, width } = layer.shape.input;
    const [channel, pixel] = [Math.floor(index / (height * width)), index % (height * width)];
    return gradientProducts(
      layer,
      pixel,
      Array.from({ length: layer.shape.output.channels }, (_, filter) => matrixOf(layer, filter, channel)),
    );
  },

  parameterGradient(layer, word, index) {
    return word === 'bias' ? collectedByBias(layer, index) : collectedByTap(layer, ...tapAt(layer, index));
  },

  reads(layer, outputs) {
    const seen = inputsSeenBy(layer.shape, anyOf(outputs, layer.shape.output));
    return everywhere(layer.noInputs(), seen);
  },

  reaches(layer, inputs) {
    return everywhere(layer.noOutputs(), outputsReachedBy(layer.shape, anyOf(inputs, layer.shape.input)));
  },

  own(layer, word, index) {
    return word === 'bias' ? ownBias(layer, index) : ownTap(layer, ...tapAt(layer, index));
  },

  ownOf(layer, index) {
    const [filter] = mapNumber(layer, index);
    const count = layer.own('filters').length / layer.shape.output.channels;
    return [
      { word: 'filters', from: filter * count, count },
      ...(layer.spec.bias === false ? [] : [{ word: 'bias', from: filter, count: 1 }]),
    ];
  },

  ownParts: undefined,
  purpose: (_layer, word) => purposeInMap(word),
  flattenedUse: undefined,
  holdsWhile: undefined,
  flattens: false,
};

function matrixOf({ spec, shape }: Layer, filter: number, channel: number): Matrix {
  const [rows, columns] = spec.kernel;
  return { channel, filter, first: (filter * shape.input.channels + channel) * rows * columns };
}

/** The matrix that holds weight number `index` of the filters, and its position in it. */
function tapAt(layer: Layer, index: number): [Matrix, number] {
  const taps = layer.spec.kernel[0] * layer.spec.kernel[1];
  const { channels } = layer.shape.input;
  const matrix = Math.floor(index / taps);
  return [matrixOf(layer, Math.floor(matrix / channels), matrix % channels), index % taps];
}

function channelsOf({ shape }: Layer): number[] {
  return Array.from({ length: shape.input.channels }, (_, channel) => channel);
}

/** Marks the same positions in every map. */
function everywhere(all: Uint8Array, map: Uint8Array): Uint8Array {
  for (let start = 0; start < all.length; start += map.length) all.set(map, start);
  return all;
}
