import { inputsSeenBy, outputsReachedBy } from '../../../../engine/geometry';
import type { DepthwiseConv2dSpec } from '../../../../engine/spec';
import { sentence, sum } from '../../../explain/explanation';
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
import type { LayerExplainer, ExplainedLayer } from '../../../explain/explainedLayer';
import { mapByMap } from '../../../explain/maps';

type Layer = ExplainedLayer<DepthwiseConv2dSpec>;

/** Filters `[channels, 1, kernelHeight, kernelWidth]`: each reads one channel and makes one map. */
export const explain: LayerExplainer<DepthwiseConv2dSpec> = {
  output(layer, index) {
    const [channel, at] = mapNumber(layer, index);
    const products = patchProducts(layer, matrixOf(layer, channel), at, `Channel ${channel + 1}`);
    return [
      products,
      sentence(
        'A depthwise filter reads one channel alone, so nothing is summed over channels; its bias is added.',
      ),
      sum('sum', [products.result, layer.ownNumber('bias', channel, 'bias')]),
    ];
  },

  compute(layer, index, n) {
    const [channel, at] = mapNumber(layer, index);
    return layer.own('bias')[channel] + multiplied(layer, matrixOf(layer, channel), at, n);
  },

  inputGradient(layer, index) {
    const { height, width } = layer.shape.input;
    const channel = Math.floor(index / (height * width));
    return gradientProducts(layer, index % (height * width), [matrixOf(layer, channel)]);
  },

  parameterGradient(layer, word, index) {
    return word === 'bias' ? collectedByBias(layer, index) : collectedByTap(layer, ...tapAt(layer, index));
  },

  reads(layer, outputs) {
    return mapByMap(layer.shape.output, outputs, layer.noInputs(), (map) => inputsSeenBy(layer.shape, map));
  },

  reaches(layer, inputs) {
    return mapByMap(layer.shape.input, inputs, layer.noOutputs(), (map) =>
      outputsReachedBy(layer.shape, map),
    );
  },

  own(layer, word, index) {
    return word === 'bias' ? ownBias(layer, index) : ownTap(layer, ...tapAt(layer, index));
  },

  ownOf(layer, index) {
    const [channel] = mapNumber(layer, index);
    const count = layer.spec.kernel[0] * layer.spec.kernel[1];
    return [
      { word: 'filters', from: channel * count, count },
      { word: 'bias', from: channel, count: 1 },
    ];
  },

  ownParts: undefined,
  purpose: (_layer, word) => purposeInMap(word),
  flattenedUse: undefined,
  holdsWhile: undefined,
  flattens: false,
};

function matrixOf({ spec }: Layer, channel: number): Matrix {
  return { channel, filter: channel, first: channel * spec.kernel[0] * spec.kernel[1] };
}

/** The matrix that holds weight number `index` of the filters, and its position in it. */
function tapAt(layer: Layer, index: number): [Matrix, number] {
  const taps = layer.spec.kernel[0] * layer.spec.kernel[1];
  return [matrixOf(layer, Math.floor(index / taps)), index % taps];
}
