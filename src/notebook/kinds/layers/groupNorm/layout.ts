import type { GroupNormSpec } from '../../../../engine/layers/groupNorm';
import { normalisedMaps } from '../../../layout/normalisation';

/** Scale and shift of each channel; the statistics of a group stand beside its first channel. */
export const layout = normalisedMaps<GroupNormSpec>({
  numbers: [
    { of: 'channel', word: 'scale', label: 'scale', kind: 'parameter' },
    { of: 'channel', word: 'shift', label: 'shift', kind: 'parameter' },
    { of: 'group', word: 'group_mean', label: 'mean of group', kind: 'auxiliary' },
    { of: 'group', word: 'group_variance', label: 'variance of group', kind: 'auxiliary' },
  ],
  gutterRows: 4,
  groups: ({ groups }) => groups,
  measuresBatch: false,
});
