import type { MaxPool2dSpec } from '../../../../engine/spec';
import type { LayerRow } from '../../../model/layerRow';
import { kernel, padding, strideOfWindows } from '../../../model/specCells';

export const table: LayerRow<MaxPool2dSpec> = {
  words: ['max pool', 'maxpool', 'max pooling', 'pool'],
  shortName: 'pool',
  does: ({ size }) => `largest of ${size.join('×')}`,
  fields: {
    padding,
    size: kernel([2, 2]),
    stride: strideOfWindows<MaxPool2dSpec>(),
  },
  initialised: undefined,
  parameters: () => '',
  sees: 'its kernel',
  note: () => '',
};
