import type { GroupNormSpec } from '../../../../engine/layers/groupNorm';
import { count as quantity } from '../../../glossary/phrases';
import type { LayerRow } from '../../../model/layerRow';
import { activation, count } from '../../../model/specCells';

export const table: LayerRow<GroupNormSpec> = {
  words: [
    'group norm',
    'groupnorm',
    'group normalisation',
    'group normalization',
    'layer norm',
    'layernorm',
    'layer normalisation',
    'layer normalization',
  ],
  shortName: 'groupnorm',
  does: ({ groups }) => `standardised in ${quantity(groups, 'group')} of channels`,
  // Without a number of groups it is layer normalisation.
  fields: { groups: count('groups', 1), activation },
  initialised: undefined,
  /** A scale and a shift for each channel. */
  parameters: (_spec, { output }) => `${output.channels} + ${output.channels}`,
  sees: 'the whole map',
  note: () => '',
};
