import type { InputNormSpec } from '../../../../engine/spec';
import type { LayerRow } from '../../../model/layerRow';

export const table: LayerRow<InputNormSpec> = {
  words: ['input normalisation', 'input normalization', 'normalise', 'standardise'],
  shortName: 'norm',
  does: () => 'standardised as the training images are',
  fields: {},
  initialised: undefined,
  parameters: () => '',
  sees: 'its kernel',
  note: (position) =>
    position > 0
      ? 'Not the first layer: its mean and standard deviation stay 0 and 1, unless you type others on the page.'
      : '',
};
