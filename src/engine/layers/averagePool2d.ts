import type { AveragePool2dSpec } from '../spec';
import type { Layer } from './layer';
import { poolShape } from './pool';

/**
 * The mean of each window; what stands in the padding is not counted (PyTorch's count_include_pad=False). Rows and
 * columns that fill no window are dropped.
 *
 * input `[batch, channels, height, width]`, output `[batch, channels, rows, columns]`.
 */
export const averagePool2d: Layer<AveragePool2dSpec> = {
  shape: poolShape,

  compile(
    spec,
    { input: { channels, height, width }, output: { height: rows, width: columns }, ...shape },
    buffers,
  ) {
    const { batch, input, output, inputGradient, outputGradient } = buffers;
    const [windowHeight, windowWidth] = spec.size;
    const { stride, pads } = shape;

    return {
      forward() {
        let to = 0;
        for (let plane = 0; plane < batch * channels; plane++) {
          for (let y = 0; y < rows; y++) {
            const top = y * stride - pads.top;
            const firstRow = top < 0 ? 0 : top;
            const endRow = top + windowHeight > height ? height : top + windowHeight;
            for (let x = 0; x < columns; x++, to++) {
              const left = x * stride - pads.left;
              const firstColumn = left < 0 ? 0 : left;
              const endColumn = left + windowWidth > width ? width : left + windowWidth;
              let sum = 0;
              for (let row = firstRow; row < endRow; row++) {
                const start = (plane * height + row) * width;
                for (let from = start + firstColumn; from < start + endColumn; from++) sum += input[from];
              }
              output[to] = sum / ((endRow - firstRow) * (endColumn - firstColumn));
            }
          }
        }
      },

      backward() {
        inputGradient.fill(0);
        let from = 0;
        for (let plane = 0; plane < batch * channels; plane++) {
          for (let y = 0; y < rows; y++) {
            const top = y * stride - pads.top;
            const firstRow = top < 0 ? 0 : top;
            const endRow = top + windowHeight > height ? height : top + windowHeight;
            for (let x = 0; x < columns; x++, from++) {
              const left = x * stride - pads.left;
              const firstColumn = left < 0 ? 0 : left;
              const endColumn = left + windowWidth > width ? width : left + windowWidth;
              const share = outputGradient[from] / ((endRow - firstRow) * (endColumn - firstColumn));
              for (let row = firstRow; row < endRow; row++) {
                const start = (plane * height + row) * width;
                for (let to = start + firstColumn; to < start + endColumn; to++) inputGradient[to] += share;
              }
            }
          }
        }
      },
    };
  },
};
