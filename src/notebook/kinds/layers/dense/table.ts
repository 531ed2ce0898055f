import type { DenseSpec } from '../../../../engine/spec';
import { count as quantity } from '../../../glossary/phrases';
import type { LayerRow } from '../../../model/layerRow';
import { activation, count } from '../../../model/specCells';

export const table: LayerRow<DenseSpec> = {
  words: ['dense (fully connected)', 'dense', 'fully connected', 'linear', 'fc'],
  shortName: 'dense',
  does: ({ units }, { input }, makes) =>
    `${quantity(units, makes)} from ${quantity(input.channels, 'number')}`,
  biasIsOptional: true,
  fields: { units: count('units'), activation },
  initialised: 'weights',
  /** "288·10 + 10": inputs, units, and a bias for each unit. */
  parameters: ({ units, bias = true }, { input }) => `${input.channels}·${units}${bias ? ` + ${units}` : ''}`,
  sees: 'the whole map',
  note: () => '',
};
