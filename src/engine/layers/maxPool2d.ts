import type { MaxPool2dSpec } from '../spec';
import { SpecError, expectPair, expectWhole, subject } from '../specError';
import { noPads, type Layer } from './layer';

/**
 * The largest number of each window. Of equals the first in row-major order wins, and takes all of the gradient.
 * A NaN in the window wins over every number, so that it is seen further on. Rows and columns that fill no
 * window are dropped.
 *
 * input `[batch, channels, height, width]`, output `[batch, channels, rows, columns]`.
 */
export const maxPool2d: Layer<MaxPool2dSpec> = {
  shape(spec, input) {
    const { name, size } = spec;
    expectPair(name, 'its size', size);
    const [height, width] = size;
    const stride = spec.stride ?? height;
    expectWhole(name, 'its stride', stride);
    if (height > input.height || width > input.width) {
      throw new SpecError(
        name,
        `${subject(name)}: its window of ${height}×${width} is larger than the map it reads, which is ` +
          `${input.height}×${input.width}. Make the window smaller, or remove the layer.`,
      );
    }
    return {
      output: {
        channels: input.channels,
        height: Math.floor((input.height - height) / stride) + 1,
        width: Math.floor((input.width - width) / stride) + 1,
      },
      pads: noPads,
      stride,
      parameters: [],
    };
  },

  compile(
    spec,
    { input: { channels, height, width }, output: { height: rows, width: columns }, stride },
    buffers,
  ) {
    const { batch, input, output, inputGradient, outputGradient } = buffers;
    const [windowHeight, windowWidth] = spec.size;
    /** Where in `input` each output was found. */
    const winners = new Int32Array(output.length);

    return {
      forward() {
        let to = 0;
        for (let plane = 0; plane < batch * channels; plane++) {
          for (let y = 0; y < rows; y++) {
            let corner = (plane * height + y * stride) * width;
            for (let x = 0; x < columns; x++, corner += stride, to++) {
              let winner = corner;
              let best = input[corner];
              for (let i = 0; i < windowHeight; i++) {
                const row = corner + i * width;
                for (let from = row; from < row + windowWidth; from++) {
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
