import type { DepthwiseConv2dSpec } from '../../../../engine/spec';
import type { LayerRow } from '../../../model/layerRow';
import { activation, dilation, kernel, padding, stride } from '../../../model/specCells';

export const table: LayerRow<DepthwiseConv2dSpec> = {
  words: ['depthwise convolution', 'depthwise'],
  shortName: 'depthwise',
  does: ({ kernel: sides }) => `a filter ${sides.join('×')} for each channel`,
  fields: { padding, kernel: kernel([3, 3]), stride: stride(() => 1), dilation, activation },
  initialised: 'filters',
  /** "3·3·8 + 8": kernel height, kernel width, channels, and a bias for each. */
  parameters: ({ kernel: sides }, { output }) => `${sides.join('·')}·${output.channels} + ${output.channels}`,
  sees: 'its kernel',
  note: () => '',
};
