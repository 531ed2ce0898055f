import type { Conv2dSpec } from '../../../engine/spec';
import { biasGradient, filterGradient, mapGradient, weightedPatch } from '../correlation';
import { formula, joined } from '../formula';
import type { LayerFormulas } from '../layer';
import { channelsOf } from '../page';

/** The patch of each channel times its matrix of the filter, all summed, and the bias. */
export const conv2d: LayerFormulas<Conv2dSpec> = {
  output(page, filter, row, column) {
    const { channels } = page.shape.input;
    const sums = channelsOf(page.shape.input).map((channel) =>
      weightedPatch(page, { channel, filter, matrix: filter * channels + channel }, row, column),
    );
    return formula`${joined(sums, '+')}+${page.own('values', 'bias', filter)}`;
  },

  inputGradient(page, channel, row, column) {
    const { channels } = page.shape.input;
    const links = channelsOf(page.shape.output).map((filter) => ({
      channel,
      filter,
      matrix: filter * channels + channel,
    }));
    return mapGradient(page, links, row, column);
  },

  parameterGradient(page, word, index) {
    if (word === 'bias') return biasGradient(page, index);
    const { channels } = page.shape.input;
    const size = page.spec.kernel[0] * page.spec.kernel[1];
    const matrix = Math.floor(index / size);
    const link = { channel: matrix % channels, filter: Math.floor(matrix / channels), matrix };
    return filterGradient(page, link, index % size);
  },
};
