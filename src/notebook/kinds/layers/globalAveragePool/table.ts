import type { GlobalAveragePoolSpec } from '../../../../engine/spec';
import type { LayerRow } from '../../../model/layerRow';

export const table: LayerRow<GlobalAveragePoolSpec> = {
  words: ['global average pool', 'global average pooling', 'gap'],
  shortName: 'average',
  does: () => 'mean of each map',
  fields: {},
  initialised: undefined,
  parameters: () => '',
  sees: 'the whole map',
  note: () => '',
};
