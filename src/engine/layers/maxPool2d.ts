import type { MaxPool2dSpec } from '../spec';
import type { Layer } from './layer';
import { poolShape } from './pool';

/**
 * The largest number of each window. Of equals the first in row-major order wins, and takes all of the gradient.
 * A NaN in the window wins over every number, so that it is seen further on. What stands in the padding counts as
 * −∞ and never wins. Rows and columns that fill no window are dropped.
 *
 * input `[batch, channels, height, width]`, output `[batch, channels, rows, columns]`.
 */
export const maxPool2d: Layer<MaxPool2dSpec> = {
  shape: poolShape,

  compile(
    spec,
    { input: { channels, height, width }, output: { height: rows, width: columns }, ...shape },
    buffers,
  ) {
    const { batch, input, output, inputGradient, outputGradient } = buffers;
    const [windowHeight, windowWidth] = spec.size;
    const { stride, pads } = shape;
    /** Where in `input` each output was found. */
    const winners = new Int32Array(output.length);

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
              let winner = (plane * height + firstRow) * width + firstColumn;
              let best = input[winner];
              for (let row = firstRow; row < endRow; row++) {
                const start = (plane * height + row) * width;
                for (let from = start + firstColumn; from < start + endColumn; from++) {
                  const value = input[from];
                  if (value > best || (value !== value && best === best)) {
                    winner = from;
                    best = value;
                  }
                }
              }
              winners[to] = winner;
              output[to] = best;
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
