import type { Conv2dSpec } from '../../../../engine/spec';
import { biasGradient, filterGradient, mapGradient, weightedPatch } from '../../../formulas/correlation';
import { formula, joined } from '../../../formulas/formula';
import type { LayerFormulas } from '../../../formulas/layerFormulas';
import { channelsOf } from '../../../formulas/layerCells';

/** The patch of each channel times its matrix of the filter, all summed, and the bias if there is one. */
export const formulas: LayerFormulas<Conv2dSpec> = {
  output(layer, filter, row, column) {
    const { channels } = layer.shape.input;
    const sums = channelsOf(layer.shape.input).map((channel) =>
      weightedPatch(layer, { channel, filter, matrix: filter * channels + channel }, row, column),
    );
    const { bias = true } = layer.spec;
    return bias ? formula`${joined(sums, '+')}+${layer.own('values', 'bias', filter)}` : joined(sums, '+');
  },

  inputGradient(layer, channel, row, column) {
    const { channels } = layer.shape.input;
    const links = channelsOf(layer.shape.output).map((filter) => ({
      channel,
      filter,
      matrix: filter * channels + channel,
    }));
    return mapGradient(layer, links, row, column);
  },

  parameterGradient(layer, word, index) {
    if (word === 'bias') return biasGradient(layer, index);
    const { channels } = layer.shape.input;
    const size = layer.spec.kernel[0] * layer.spec.kernel[1];
    const matrix = Math.floor(index / size);
    const link = { channel: matrix % channels, filter: Math.floor(matrix / channels), matrix };
    return filterGradient(layer, link, index % size);
  },
  auxiliary: undefined,
};
