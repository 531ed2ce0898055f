import type { MaxPool2dSpec } from '../../../../engine/spec';
import { formula, joined, type Formula } from '../../../formulas/formula';
import { areaOf, axis, type Axis } from '../../../formulas/grid';
import type { LayerFormulas } from '../../../formulas/layerFormulas';
import type { LayerCells } from '../../../formulas/layerCells';
import { windowOf, windowsWith } from '../../../formulas/pools';

/** The maximum of the window. The gradient goes to the winner: of equals, the first in row-major order. */
export const formulas: LayerFormulas<MaxPool2dSpec> = {
  output(layer, channel, row, column) {
    const { rows, columns } = windowOf(layer.shape, row, column);
    return formula`MAX(${areaOf(layer.inputGrid('values', channel, rows, columns))})`;
  },

  inputGradient(layer, channel, row, column) {
    const routes = windowsWith(layer.shape, row, column).map((window) =>
      routed(layer, channel, window, { row, column }),
    );
    return routes.length ? joined(routes, '+') : formula`0`;
  },

  parameterGradient: undefined,
  auxiliary: undefined,
};

interface Pixel {
  readonly row: number;
  readonly column: number;
}

/**
 * The gradient of a window if this pixel is its winner: not less than any pixel, and greater than all before
 * it. Compares the pixels rather than the pool's cell: where the engine writes that cell beside a map of
 * formulas, its last digit may differ.
 */
function routed(layer: LayerCells<MaxPool2dSpec>, channel: number, window: Pixel, pixel: Pixel): Formula {
  const { rows, columns } = windowOf(layer.shape, window.row, window.column);
  const gradient = areaOf(
    layer.outputGrid('gradients', channel, axis(window.row, 1), axis(window.column, 1)),
  );
  const pixels = (down: Axis, across: Axis) => areaOf(layer.inputGrid('values', channel, down, across));
  const cell = pixels(axis(pixel.row, 1), axis(pixel.column, 1));
  const above = pixel.row - rows.first;
  const left = pixel.column - columns.first;
  const before: Formula[] = [];
  if (above) before.push([pixels(axis(rows.first, above), columns)]);
  if (left) before.push([pixels(axis(pixel.row, 1), axis(columns.first, left))]);
  const wins = formula`${gradient}*(${cell}=MAX(${pixels(rows, columns)}))`;
  return before.length ? formula`${wins}*(MAX(${joined(before, ',')})<${cell})` : wins;
}
