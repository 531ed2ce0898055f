import type { InputNormSpec } from '../../../../engine/spec';
import { normalisedMaps } from '../../../layout/normalisation';

/** The mean of each channel and its standard deviation. */
export const layout = normalisedMaps<InputNormSpec>({
  numbers: [
    { of: 'channel', word: 'mean', label: 'mean', kind: 'state' },
    { of: 'channel', word: 'standard_deviation', label: 'standard deviation', kind: 'state' },
  ],
  // As batch normalisation has it, so that the pages of one are those of the other.
  gutterRows: 6,
  groups: (_layer, channels) => channels,
  measuresBatch: false,
});
