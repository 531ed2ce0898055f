import { allInputsSeen, axesOf } from '../geometry';
import type { Layer } from './layer';
import { poolShape, type PoolSpec } from './pool';

export interface AveragePool2dSpec extends PoolSpec {
  type: 'averagePool2d';
}

/**
 * The mean of each window, padding excluded (PyTorch's count_include_pad=False). Rows and columns left over
 * at the end are dropped.
 *
 * input `[batch, channels, height, width]`, output `[batch, channels, rows, columns]`.
 */
export const averagePool2d: Layer<AveragePool2dSpec> = {
  mixesImages: false,
  normalises: 'never',
  nonDifferentiable: 'nowhere',

  shape: poolShape,

  compile(_spec, shape, { batch, input, output, inputGradient, outputGradient }) {
    const { channels, height, width } = shape.input;
    const axes = axesOf(shape);
    const rows = allInputsSeen(axes.rows);
    const columns = allInputsSeen(axes.columns);

    return {
      forward() {
        let to = 0;
        for (let plane = 0; plane < batch * channels; plane++) {
          for (let y = 0; y < rows.length; y++) {
            const firstRow = plane * height + rows[y].first;
            const endRow = firstRow + rows[y].count;
            for (let x = 0; x < columns.length; x++, to++) {
              const { first, count } = columns[x];
              let sum = 0;
              for (let row = firstRow; row < endRow; row++) {
                const start = row * width + first;
                for (let from = start; from < start + count; from++) sum += input[from];
              }
              output[to] = sum / (rows[y].count * count);
            }
          }
        }
      },

      backward() {
        inputGradient.fill(0);
        let from = 0;
        for (let plane = 0; plane < batch * channels; plane++) {
          for (let y = 0; y < rows.length; y++) {
            const firstRow = plane * height + rows[y].first;
            const endRow = firstRow + rows[y].count;
            for (let x = 0; x < columns.length; x++, from++) {
              const { first, count } = columns[x];
              const share = outputGradient[from] / (rows[y].count * count);
              for (let row = firstRow; row < endRow; row++) {
                const start = row * width + first;
                for (let to = start; to < start + count; to++) inputGradient[to] += share;
              }
            }
          }
        }
      },
    };
  },
};
