import type { Activation } from '../activations';
import type { Padding, Stride } from '../geometry';
import type { LayerShape } from '../layerShape';
import type { Passes } from '../passes';
import { expectWhole } from '../specError';
import type { Layer, LayerBuffers } from './layer';
import { overPadded } from './padding';
import { addTapGradients, addTaps, walkOver } from './taps';
import { layOutWindows } from './windows';

export interface Conv2dSpec {
  type: 'conv2d';
  name: string;
  filters: number;
  /** Height, width. */
  kernel: [number, number];
  /** Default 1. */
  stride?: Stride;
  /** Default 'valid'. */
  padding?: Padding;
  /** Pixels between neighbouring taps, in rows and columns; default 1. */
  dilation?: number;
  /** Whether each filter has a bias; default true. */
  bias?: boolean;
  /** Default 'none'. */
  activation?: Activation;
}

/**
 * Cross-correlation of C maps with F filters (the kernel is not flipped), with zero padding:
 *
 *     output[n, f, y, x] = bias[f] + Σ over c, i, j of
 *                          filters[f, c, i, j] · padded[n, c, y·stride + i·dilation, x·stride + j·dilation]
 *
 * input `[batch, C, height, width]`, filters `[F, C, kernelHeight, kernelWidth]`, bias `[F]`.
 */
export const conv2d: Layer<Conv2dSpec> = {
  mixesImages: false,
  normalises: 'never',
  nonDifferentiable: 'nowhere',
  inKernels: 'convolution',

  shape(spec, input) {
    const { name, filters, kernel: size, stride = 1, padding = 'valid', dilation = 1, bias = true } = spec;
    expectWhole<Conv2dSpec>(name, 'filters', 'its number of filters', filters);
    const windows = { field: 'kernel', size, stride, padding, dilation } as const;
    const { height, width, ...sliding } = layOutWindows(name, windows, input);
    return {
      output: { channels: filters, height, width },
      ...sliding,
      parameters: [
        { name: `${name}.filters`, shape: [filters, input.channels, ...size] },
        ...(bias ? [{ name: `${name}.bias`, shape: [filters] }] : []),
      ],
      state: [],
    };
  },

  compile(spec, shape, buffers) {
    return overPadded(shape, buffers, (padded, inner) => correlation(spec, padded, inner));
  },
};

/** Forward and backward pass over an input that is already padded. */
function correlation({ kernel, dilation = 1 }: Conv2dSpec, shape: LayerShape, buffers: LayerBuffers): Passes {
  const { channels, height, width } = shape.input;
  const { channels: filterCount, height: rows, width: columns } = shape.output;
  const [kernelHeight, kernelWidth] = kernel;
  const mapSize = rows * columns;
  const walk = walkOver(shape, kernelWidth);
  const { batch, output, inputGradient, outputGradient } = buffers;
  // Without a bias, one of 0 that nobody learns.
  const bias = buffers.parameters[1] ?? new Float64Array(filterCount);
  const [filterGradients, biasGradients = new Float64Array(filterCount)] = buffers.parameterGradients;

  return {
    forward() {
      for (let n = 0; n < batch; n++) {
        for (let f = 0, tap = 0; f < filterCount; f++) {
          const map = (n * filterCount + f) * mapSize;
          output.fill(bias[f], map, map + mapSize);
          for (let c = 0; c < channels; c++) {
            for (let i = 0; i < kernelHeight; i++, tap += kernelWidth) {
              addTaps(walk, buffers, tap, ((n * channels + c) * height + i * dilation) * width, map);
            }
          }
        }
      }
    },

    backward() {
      inputGradient.fill(0);
      filterGradients.fill(0);
      biasGradients.fill(0);
      for (let n = 0; n < batch; n++) {
        for (let f = 0, tap = 0; f < filterCount; f++) {
          const map = (n * filterCount + f) * mapSize;
          for (let at = map; at < map + mapSize; at++) biasGradients[f] += outputGradient[at];
          for (let c = 0; c < channels; c++) {
            for (let i = 0; i < kernelHeight; i++, tap += kernelWidth) {
              addTapGradients(walk, buffers, tap, ((n * channels + c) * height + i * dilation) * width, map);
            }
          }
        }
      }
    },
  };
}
