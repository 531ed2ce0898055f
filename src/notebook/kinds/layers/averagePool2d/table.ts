import type { AveragePool2dSpec } from '../../../../engine/spec';
import type { LayerRow } from '../../../model/layerRow';
import { kernel, padding, stride } from '../../../model/specCells';

export const table: LayerRow<AveragePool2dSpec> = {
  words: ['average pool', 'avg pool', 'mean pool', 'average pooling'],
  shortName: 'pool',
  does: ({ size }) => `mean of ${size.join('×')}`,
  fields: {
    padding,
    size: kernel([2, 2]),
    // Windows side by side.
    stride: stride<AveragePool2dSpec>(({ size }) => size?.[0] ?? 1),
  },
  initialised: undefined,
  parameters: () => '',
  sees: 'its kernel',
  note: () => '',
};
