import type { AveragePool2dSpec } from '../../../engine/spec';
import { formula, joined } from '../formula';
import { areaOf, axis } from '../grid';
import type { LayerFormulas } from '../layer';
import { windowOf, windowsWith } from '../windows';

/** The mean of the window; all of its pixels share the gradient. */
export const averagePool2d: LayerFormulas<AveragePool2dSpec> = {
  output(page, channel, row, column) {
    const { rows, columns } = windowOf(page.shape, row, column);
    return formula`AVERAGE(${areaOf(page.inputGrid('values', channel, rows, columns))})`;
  },

  inputGradient(page, channel, row, column) {
    const shares = windowsWith(page.shape, row, column).map((window) => {
      const { rows, columns } = windowOf(page.shape, window.row, window.column);
      const gradient = page.outputGrid('gradients', channel, axis(window.row, 1), axis(window.column, 1));
      return formula`${areaOf(gradient)}/${rows.count * columns.count}`;
    });
    return shares.length ? joined(shares, '+') : formula`0`;
  },
};
