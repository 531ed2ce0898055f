import type { MaxPool2dSpec } from '../../../../engine/spec';
import type { LayerRow } from '../../../model/layerRow';
import { kernel, padding, stride } from '../../../model/specCells';

export const table: LayerRow<MaxPool2dSpec> = {
  words: ['max pool', 'maxpool', 'max pooling', 'pool'],
  shortName: 'pool',
  does: ({ size }) => `largest of ${size.join('×')}`,
  fields: {
    padding,
    size: kernel([2, 2]),
    // Windows side by side.
    stride: stride<MaxPool2dSpec>(({ size }) => size?.[0] ?? 1),
  },
  initialised: undefined,
  parameters: () => '',
  sees: 'its kernel',
  note: () => '',
};
