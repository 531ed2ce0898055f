import type { Activation } from '../activations';
import type { Padding, Stride } from '../geometry';
import type { LayerShape } from '../layerShape';
import type { Passes } from '../passes';
import type { Layer, LayerBuffers } from './layer';
import { overPadded } from './padding';
import { addTapGradients, addTaps, walkOver } from './taps';
import { layOutWindows } from './windows';

/** A convolution with one filter for each channel, which reads that channel alone. */
export interface DepthwiseConv2dSpec {
  type: 'depthwiseConv2d';
  name: string;
  /** Height, width. */
  kernel: [number, number];
  /** Default 1. */
  stride?: Stride;
  /** Default 'valid'. */
  padding?: Padding;
  /** Pixels between neighbouring taps, in rows and columns; default 1. */
  dilation?: number;
  /** Default 'none'. */
  activation?: Activation;
}

/**
 * Cross-correlation of each of C maps with a filter of its own, with zero padding:
 *
 *     output[n, c, y, x] = bias[c] + Σ over i, j of
 *                          filters[c, 0, i, j] · padded[n, c, y·stride + i·dilation, x·stride + j·dilation]
 *
 * input `[batch, C, height, width]`, filters `[C, 1, kernelHeight, kernelWidth]`, bias `[C]`.
 */
export const depthwiseConv2d: Layer<DepthwiseConv2dSpec> = {
  mixesImages: false,
  normalises: 'never',
  nonDifferentiable: 'nowhere',
  inKernels: 'depthwise convolution',

  shape(spec, input) {
    const { name, kernel: size, stride = 1, padding = 'valid', dilation = 1 } = spec;
    const { channels } = input;
    const windows = { field: 'kernel', size, stride, padding, dilation } as const;
    const { height, width, ...sliding } = layOutWindows(name, windows, input);
    return {
      output: { channels, height, width },
      ...sliding,
      parameters: [
        { name: `${name}.filters`, shape: [channels, 1, ...size], groups: channels },
        { name: `${name}.bias`, shape: [channels] },
      ],
      state: [],
    };
  },

  compile(spec, shape, buffers) {
    return overPadded(shape, buffers, (padded, inner) => correlation(spec, padded, inner));
  },
};

/** Forward and backward pass over an input that is already padded. */
function correlation(
  { kernel, dilation = 1 }: DepthwiseConv2dSpec,
  shape: LayerShape,
  buffers: LayerBuffers,
): Passes {
  const { channels, height, width } = shape.input;
  const { height: rows, width: columns } = shape.output;
  const [kernelHeight, kernelWidth] = kernel;
  const mapSize = rows * columns;
  const walk = walkOver(shape, kernelWidth);
  const { batch, output, inputGradient, outputGradient } = buffers;
  const bias = buffers.parameters[1];
  const [filterGradients, biasGradients] = buffers.parameterGradients;

  return {
    forward() {
      for (let plane = 0; plane < batch * channels; plane++) {
        const c = plane % channels;
        const map = plane * mapSize;
        output.fill(bias[c], map, map + mapSize);
        for (let i = 0, tap = c * kernelHeight * kernelWidth; i < kernelHeight; i++, tap += kernelWidth) {
          addTaps(walk, buffers, tap, (plane * height + i * dilation) * width, map);
        }
      }
    },

    backward() {
      inputGradient.fill(0);
      filterGradients.fill(0);
      biasGradients.fill(0);
      for (let plane = 0; plane < batch * channels; plane++) {
        const c = plane % channels;
        const map = plane * mapSize;
        for (let at = map; at < map + mapSize; at++) biasGradients[c] += outputGradient[at];
        for (let i = 0, tap = c * kernelHeight * kernelWidth; i < kernelHeight; i++, tap += kernelWidth) {
          addTapGradients(walk, buffers, tap, (plane * height + i * dilation) * width, map);
        }
      }
    },
  };
}
