import type { InputNormSpec } from '../../../../engine/spec';
import { formula } from '../../../formulas/formula';
import { areaOf, axis } from '../../../formulas/grid';
import type { LayerFormulas } from '../../../formulas/layerFormulas';

/** (x − mean) / standard deviation. */
export const formulas: LayerFormulas<InputNormSpec> = {
  output(layer, channel, row, column) {
    const x = areaOf(layer.inputGrid('values', channel, axis(row, 1), axis(column, 1)));
    const [mean, standardDeviation] = ['mean', 'standard_deviation'].map((word) =>
      layer.own('values', word, channel),
    );
    return formula`(${x}-${mean})/${standardDeviation}`;
  },

  inputGradient(layer, channel, row, column) {
    const gradient = areaOf(layer.outputGrid('gradients', channel, axis(row, 1), axis(column, 1)));
    return formula`${gradient}/${layer.own('values', 'standard_deviation', channel)}`;
  },

  parameterGradient: undefined,
  auxiliary: undefined,
};
