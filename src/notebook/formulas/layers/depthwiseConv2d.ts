import type { DepthwiseConv2dSpec } from '../../../engine/spec';
import { biasGradient, filterGradient, mapGradient, weightedPatch } from '../correlation';
import { formula } from '../formula';
import type { LayerFormulas } from '../layer';

const link = (channel: number) => ({ channel, filter: channel, matrix: channel });

/** The patch of a channel times the filter of that channel, and the bias. */
export const depthwiseConv2d: LayerFormulas<DepthwiseConv2dSpec> = {
  output(page, channel, row, column) {
    return formula`${weightedPatch(page, link(channel), row, column)}+${page.own('values', 'bias', channel)}`;
  },

  inputGradient(page, channel, row, column) {
    return mapGradient(page, [link(channel)], row, column);
  },

  parameterGradient(page, word, index) {
    if (word === 'bias') return biasGradient(page, index);
    const size = page.spec.kernel[0] * page.spec.kernel[1];
    return filterGradient(page, link(Math.floor(index / size)), index % size);
  },
};
