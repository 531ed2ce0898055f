import type { AveragePool2dSpec } from '../../../../engine/spec';
import { formula, joined } from '../../../formulas/formula';
import { areaOf, axis } from '../../../formulas/grid';
import type { LayerFormulas } from '../../../formulas/layerFormulas';
import { windowOf, windowsWith } from '../../../formulas/pools';

/** The mean of the window; all of its pixels share the gradient. */
export const formulas: LayerFormulas<AveragePool2dSpec> = {
  output(layer, channel, row, column) {
    const { rows, columns } = windowOf(layer.shape, row, column);
    return formula`AVERAGE(${areaOf(layer.inputGrid('values', channel, rows, columns))})`;
  },

  inputGradient(layer, channel, row, column) {
    const shares = windowsWith(layer.shape, row, column).map((window) => {
      const { rows, columns } = windowOf(layer.shape, window.row, window.column);
      const gradient = layer.outputGrid('gradients', channel, axis(window.row, 1), axis(window.column, 1));
      return formula`${areaOf(gradient)}/${rows.count * columns.count}`;
    });
    return shares.length ? joined(shares, '+') : formula`0`;
  },

  parameterGradient: undefined,
  auxiliary: undefined,
};
