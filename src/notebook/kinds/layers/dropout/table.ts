import type { DropoutSpec } from '../../../../engine/spec';
import type { LayerRow } from '../../../model/layerRow';
import { share } from '../../../model/specCells';

export const table: LayerRow<DropoutSpec> = {
  words: ['dropout'],
  shortName: 'dropout',
  fields: { rate: share('The share that is dropped') },
  initialised: undefined,
  parameters: () => '',
  sees: 'its kernel',
  note: () => '',
};
