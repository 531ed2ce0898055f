import type { DepthwiseConv2dSpec } from '../../../../engine/spec';
import { biasGradient, filterGradient, mapGradient, weightedPatch } from '../../../formulas/correlation';
import { formula } from '../../../formulas/formula';
import type { LayerFormulas } from '../../../formulas/layerFormulas';

const link = (channel: number) => ({ channel, filter: channel, matrix: channel });

/** The patch of a channel times the filter of that channel, and the bias. */
export const formulas: LayerFormulas<DepthwiseConv2dSpec> = {
  output(layer, channel, row, column) {
    return formula`${weightedPatch(layer, link(channel), row, column)}+${layer.own('values', 'bias', channel)}`;
  },

  inputGradient(layer, channel, row, column) {
    return mapGradient(layer, [link(channel)], row, column);
  },

  parameterGradient(layer, word, index) {
    if (word === 'bias') return biasGradient(layer, index);
    const size = layer.spec.kernel[0] * layer.spec.kernel[1];
    return filterGradient(layer, link(Math.floor(index / size)), index % size);
  },
  auxiliary: undefined,
};
