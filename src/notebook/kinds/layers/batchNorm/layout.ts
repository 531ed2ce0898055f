import type { BatchNormSpec } from '../../../../engine/spec';
import { normalisedMaps } from '../../../layout/normalisation';

/** Scale and shift, the statistics of the batch, and the running statistics. */
export const layout = normalisedMaps<BatchNormSpec>({
  numbers: [
    { of: 'channel', word: 'scale', label: 'scale', kind: 'parameter' },
    { of: 'channel', word: 'shift', label: 'shift', kind: 'parameter' },
    { of: 'channel', word: 'batch_mean', label: 'mean of batch', kind: 'auxiliary' },
    { of: 'channel', word: 'batch_variance', label: 'variance of batch', kind: 'auxiliary' },
    { of: 'channel', word: 'running_mean', label: 'running mean', kind: 'state' },
    { of: 'channel', word: 'running_variance', label: 'running variance', kind: 'state' },
  ],
  gutterRows: 6,
  groups: (_layer, channels) => channels,
  measuresBatch: true,
});
