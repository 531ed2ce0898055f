import type { Shape } from '../../../src/engine/shapes';

export interface Convolution {
  batch: number;
  /** `[batch, channels, height, width]`, of this shape. */
  input: ArrayLike<number>;
  shape: Shape;
  /** `[filterCount, channels, kernelHeight, kernelWidth]`. */
  filters: ArrayLike<number>;
  bias: ArrayLike<number>;
  kernel: [number, number];
  stride: { rows: number; columns: number };
  dilation: number;
  /** Zeros above and to the left, and rows and columns of output: what lies beyond the input reads as 0. */
  top: number;
  left: number;
  rows: number;
  columns: number;
}

/** The definition of a convolution layer, number by number: seven loops, no thought of speed. */
export function naiveConvolution(c: Convolution): number[] {
  const output: number[] = [];
  for (let n = 0; n < c.batch; n++) {
    for (let f = 0; f < c.bias.length; f++) {
      for (let y = 0; y < c.rows; y++) {
        for (let x = 0; x < c.columns; x++) {
          let sum = c.bias[f];
          for (let channel = 0; channel < c.shape.channels; channel++) {
            for (let i = 0; i < c.kernel[0]; i++) {
              for (let j = 0; j < c.kernel[1]; j++) {
                const weight =
                  c.filters[((f * c.shape.channels + channel) * c.kernel[0] + i) * c.kernel[1] + j];
                const row = y * c.stride.rows + i * c.dilation - c.top;
                const column = x * c.stride.columns + j * c.dilation - c.left;
                sum += weight * pixel(c, n, channel, row, column);
              }
            }
          }
          output.push(sum);
        }
      }
    }
  }
  return output;
}

function pixel({ input, shape }: Convolution, n: number, channel: number, y: number, x: number): number {
  if (y < 0 || x < 0 || y >= shape.height || x >= shape.width) return 0;
  return input[((n * shape.channels + channel) * shape.height + y) * shape.width + x];
}
