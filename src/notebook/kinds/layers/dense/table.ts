import type { DenseSpec } from '../../../../engine/spec';
import type { LayerRow } from '../../../model/layerRow';
import { activation, count } from '../../../model/specCells';

export const table: LayerRow<DenseSpec> = {
  words: ['dense (fully connected)', 'dense', 'fully connected', 'linear', 'fc'],
  shortName: 'dense',
  fields: { units: count('units'), activation },
  initialised: 'weights',
  /** "288·10 + 10": inputs, units, and a bias for each unit. */
  parameters: ({ units }, { input }) => `${input.channels}·${units} + ${units}`,
  sees: 'the whole map',
  note: () => '',
};
