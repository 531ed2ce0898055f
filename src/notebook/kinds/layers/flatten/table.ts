import type { FlattenSpec } from '../../../../engine/spec';
import type { LayerRow } from '../../../model/layerRow';

export const table: LayerRow<FlattenSpec> = {
  words: ['flatten'],
  shortName: 'flatten',
  does: () => 'all numbers in a column',
  fields: {},
  initialised: undefined,
  parameters: () => '',
  sees: 'its kernel',
  note: () => '',
};
