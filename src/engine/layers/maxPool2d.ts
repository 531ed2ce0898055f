import { allInputsSeen, axesOf, inputsSeen, type Span } from '../geometry';
import type { LayerShape } from '../layerShape';
import type { ForEachChoice, Layer } from './layer';
import { poolShape, type PoolSpec } from './pool';

export interface MaxPool2dSpec extends PoolSpec {
  type: 'maxPool2d';
}

/**
 * The maximum of each window. Of equals the first in row-major order wins, and receives the whole gradient. A
 * NaN wins over every number, so that it propagates. Padding counts as −∞ and never wins. Rows and columns
 * left over at the end are dropped.
 *
 * input `[batch, channels, height, width]`, output `[batch, channels, rows, columns]`.
 */
export const maxPool2d: Layer<MaxPool2dSpec> = {
  mixesImages: false,
  normalises: 'never',
  nonDifferentiable: forEachWinner,
  inKernels: 'max pool',

  shape: poolShape,

  compile(_spec, shape, { batch, input, output, inputGradient, outputGradient }) {
    /** For each output, the index in `input` of its window's maximum. */
    const winners = new Int32Array(output.length);
    const { channels, height, width } = shape.input;
    const axes = axesOf(shape);
    const rows = allInputsSeen(axes.rows);
    const columns = allInputsSeen(axes.columns);

    return {
      forward() {
        let to = 0;
        for (let plane = 0; plane < batch * channels; plane++) {
          const map = plane * height * width;
          for (let y = 0; y < rows.length; y++) {
            for (let x = 0; x < columns.length; x++, to++) {
              const winner = winnerOf(input, map, width, rows[y], columns[x]);
              winners[to] = winner;
              output[to] = input[winner];
            }
          }
        }
      },

      backward() {
        inputGradient.fill(0);
        for (let to = 0; to < winners.length; to++) inputGradient[winners[to]] += outputGradient[to];
      },
    };
  },
};

/**
 * Index in `input` of a window's maximum: the first of the largest numbers in row-major order, or the first
 * NaN.
 *
 * @param map index of the map's first number; its rows are `width` long
 * @param rows of the window, without padding
 */
export function winnerOf(
  input: ArrayLike<number>,
  map: number,
  width: number,
  rows: Span,
  columns: Span,
): number {
  const endRow = rows.first + rows.count;
  const endColumn = columns.first + columns.count;
  let winner = map + rows.first * width + columns.first;
  let best = input[winner];
  for (let row = rows.first; row < endRow; row++) {
    const start = map + row * width;
    for (let from = start + columns.first; from < start + endColumn; from++) {
      const value = input[from];
      if (value > best || (value !== value && best === best)) {
        winner = from;
        best = value;
      }
    }
  }
  return winner;
}

/**
 * Index, within the input of one image, of the maximum that an output takes.
 *
 * @param input `[channels, height, width]`
 * @param output index over `[channels, rows, columns]`
 */
export function winnerAt(shape: LayerShape, input: ArrayLike<number>, output: number): number {
  const { rows, columns } = axesOf(shape);
  const { height, width } = shape.input;
  const outputs = rows.outputs * columns.outputs;
  const row = inputsSeen(rows, Math.floor((output % outputs) / columns.outputs));
  const column = inputsSeen(columns, output % columns.outputs);
  return winnerOf(input, Math.floor(output / outputs) * height * width, width, row, column);
}

/** The kinks of a max pool are where another input becomes the maximum. */
function forEachWinner(...[shape, input, batch, visit]: Parameters<ForEachChoice>): boolean {
  const { channels, height, width } = shape.input;
  const axes = axesOf(shape);
  const rows = allInputsSeen(axes.rows);
  const columns = allInputsSeen(axes.columns);
  let output = 0;
  for (let plane = 0; plane < batch * channels; plane++) {
    for (const row of rows) {
      for (const column of columns) {
        if (!visit(output++, winnerOf(input, plane * height * width, width, row, column))) return false;
      }
    }
  }
  return true;
}
