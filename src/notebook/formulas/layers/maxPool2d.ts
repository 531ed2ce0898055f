import type { MaxPool2dSpec } from '../../../engine/spec';
import { formula, joined, type Formula } from '../formula';
import { areaOf, axis, type Axis } from '../grid';
import type { LayerFormulas } from '../layer';
import type { LayerPage } from '../page';
import { windowOf, windowsWith } from '../windows';

/** The largest of the window. Its gradient goes to the winner, the first of the largest in row-major order. */
export const maxPool2d: LayerFormulas<MaxPool2dSpec> = {
  output(page, channel, row, column) {
    const { rows, columns } = windowOf(page.shape, row, column);
    return formula`MAX(${areaOf(page.inputGrid('values', channel, rows, columns))})`;
  },

  inputGradient(page, channel, row, column) {
    const routes = windowsWith(page.shape, row, column).map((window) =>
      routed(page, channel, window, { row, column }),
    );
    return routes.length ? joined(routes, '+') : formula`0`;
  },
};

interface Pixel {
  readonly row: number;
  readonly column: number;
}

/**
 * The gradient of a window, if this pixel is its winner: as large as the largest, and larger than all before it. The
 * pool's own cell is not asked: written by the engine beside a map of formulas, it may differ in its last digit.
 */
function routed(page: LayerPage<MaxPool2dSpec>, channel: number, window: Pixel, pixel: Pixel): Formula {
  const { rows, columns } = windowOf(page.shape, window.row, window.column);
  const gradient = areaOf(page.outputGrid('gradients', channel, axis(window.row, 1), axis(window.column, 1)));
  const pixels = (down: Axis, across: Axis) => areaOf(page.inputGrid('values', channel, down, across));
  const cell = pixels(axis(pixel.row, 1), axis(pixel.column, 1));
  const above = pixel.row - rows.first;
  const left = pixel.column - columns.first;
  const before: Formula[] = [];
  if (above) before.push([pixels(axis(rows.first, above), columns)]);
  if (left) before.push([pixels(axis(pixel.row, 1), axis(columns.first, left))]);
  const wins = formula`${gradient}*(${cell}=MAX(${pixels(rows, columns)}))`;
  return before.length ? formula`${wins}*(MAX(${joined(before, ',')})<${cell})` : wins;
}
