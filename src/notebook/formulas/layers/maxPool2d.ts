import type { MaxPool2dSpec } from '../../../engine/spec';
import { formula, joined, type Formula } from '../formula';
import { areaOf, axis } from '../grid';
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

/** The gradient of a window, if this pixel is its winner: as large as the largest, and none before it is. */
function routed(page: LayerPage<MaxPool2dSpec>, channel: number, window: Pixel, pixel: Pixel): Formula {
  const { rows, columns } = windowOf(page.shape, window.row, window.column);
  const at = axis(window.row, 1);
  const across = axis(window.column, 1);
  const winner = areaOf(page.outputGrid('values', channel, at, across));
  const gradient = areaOf(page.outputGrid('gradients', channel, at, across));
  const cell = areaOf(page.inputGrid('values', channel, axis(pixel.row, 1), axis(pixel.column, 1)));
  const above = pixel.row - rows.first;
  const left = pixel.column - columns.first;
  const before: Formula[] = [];
  if (above) before.push([areaOf(page.inputGrid('values', channel, axis(rows.first, above), columns))]);
  if (left)
    before.push([areaOf(page.inputGrid('values', channel, axis(pixel.row, 1), axis(columns.first, left)))]);
  const wins = formula`${gradient}*(${cell}=${winner})`;
  return before.length ? formula`${wins}*(MAX(${joined(before, ',')})<${winner})` : wins;
}
