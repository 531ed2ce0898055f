import type { FlattenSpec } from '../../../../engine/spec';
import { formula } from '../../../formulas/formula';
import type { LayerFormulas } from '../../../formulas/layerFormulas';

/** Every number unchanged, channel by channel, row by row. */
export const formulas: LayerFormulas<FlattenSpec> = {
  output(layer, index) {
    return formula`${layer.inputAt('values', index)}`;
  },

  inputGradient(layer, channel, row, column) {
    const { height, width } = layer.shape.input;
    return formula`${layer.outputAt('gradients', (channel * height + row) * width + column)}`;
  },

  parameterGradient: undefined,
  auxiliary: undefined,
};
