import type { Conv2dSpec } from '../../../../engine/spec';
import { count as quantity } from '../../../glossary/phrases';
import type { LayerRow } from '../../../model/layerRow';
import { activation, count, dilation, kernel, padding, stride } from '../../../model/specCells';

export const table: LayerRow<Conv2dSpec> = {
  words: ['convolution', 'conv', 'conv2d'],
  shortName: 'conv',
  does: ({ kernel: sides, filters }) => `${quantity(filters, 'filter')} ${sides.join('×')}`,
  biasIsOptional: true,
  fields: {
    filters: count('filters'),
    padding,
    kernel: kernel([3, 3]),
    stride: stride(() => 1),
    dilation,
    activation,
  },
  initialised: 'filters',
  /** "3·3·2·8 + 8": kernel height, kernel width, channels, filters, and a bias for each filter. */
  parameters: ({ kernel: sides, filters, bias = true }, { input }) =>
    `${sides.join('·')}·${input.channels}·${filters}${bias ? ` + ${filters}` : ''}`,
  sees: 'its kernel',
  note: () => '',
};
