import type { DropoutSpec } from '../../../../engine/spec';
import { rounded } from '../../../glossary/phrases';
import type { LayerRow } from '../../../model/layerRow';
import { share } from '../../../model/specCells';

export const table: LayerRow<DropoutSpec> = {
  words: ['dropout'],
  shortName: 'dropout',
  does: ({ rate }) => `${rounded(100 * rate)} % become 0 in training`,
  fields: { rate: share('The share that is dropped') },
  initialised: undefined,
  parameters: () => '',
  sees: 'its kernel',
  note: () => '',
};
