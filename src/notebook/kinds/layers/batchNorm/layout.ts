import type { BatchNormSpec } from '../../../../engine/spec';
import { normalisedMaps } from '../../../layout/normalisation';

/** Scale and shift, what the batch has, and what the steps run along with. */
export const layout = normalisedMaps<BatchNormSpec>({
  numbers: [
    { word: 'scale', label: 'scale', kind: 'parameter' },
    { word: 'shift', label: 'shift', kind: 'parameter' },
    { word: 'batch_mean', label: 'mean of batch', kind: 'auxiliary' },
    { word: 'batch_variance', label: 'variance of batch', kind: 'auxiliary' },
    { word: 'running_mean', label: 'running mean', kind: 'state' },
    { word: 'running_variance', label: 'running variance', kind: 'state' },
  ],
  gutterRows: 6,
  channelsRead: (_layer, channel) => [channel],
});
