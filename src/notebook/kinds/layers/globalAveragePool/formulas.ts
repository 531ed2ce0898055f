import type { GlobalAveragePoolSpec } from '../../../../engine/spec';
import { formula } from '../../../formulas/formula';
import { areaOf, fixed } from '../../../formulas/grid';
import type { LayerFormulas } from '../../../formulas/layerFormulas';

/** The mean of a map; all of its pixels share the gradient. */
export const formulas: LayerFormulas<GlobalAveragePoolSpec> = {
  output(layer, channel) {
    return formula`AVERAGE(${areaOf(layer.inputGrid('values', channel))})`;
  },

  inputGradient(layer, channel) {
    const gradient = areaOf(fixed(layer.outputGrid('gradients', channel)));
    return formula`${gradient}/COUNT(${areaOf(fixed(layer.inputGrid('values', channel)))})`;
  },

  parameterGradient: undefined,
  auxiliary: undefined,
};
