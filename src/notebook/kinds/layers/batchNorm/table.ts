import type { BatchNormSpec } from '../../../../engine/spec';
import type { LayerRow } from '../../../model/layerRow';
import { activation } from '../../../model/specCells';

export const table: LayerRow<BatchNormSpec> = {
  words: ['batch norm', 'batchnorm', 'batch normalisation', 'batch normalization'],
  shortName: 'batchnorm',
  does: () => 'each channel standardised over the batch',
  fields: { activation },
  initialised: undefined,
  /** A scale and a shift for each channel. */
  parameters: (_spec, { output }) => `${output.channels} + ${output.channels}`,
  // In evaluation, where mean and variance do not depend on the images.
  sees: 'its kernel',
  note: () => '',
};
