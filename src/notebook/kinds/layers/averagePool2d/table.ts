import type { AveragePool2dSpec } from '../../../../engine/spec';
import type { LayerRow } from '../../../model/layerRow';
import { kernel, padding, strideOfWindows } from '../../../model/specCells';

export const table: LayerRow<AveragePool2dSpec> = {
  words: ['average pool', 'avg pool', 'mean pool', 'average pooling'],
  shortName: 'pool',
  does: ({ size }) => `mean of ${size.join('×')}`,
  fields: {
    padding,
    size: kernel([2, 2]),
    stride: strideOfWindows<AveragePool2dSpec>(),
  },
  initialised: undefined,
  parameters: () => '',
  sees: 'its kernel',
  note: () => '',
};
