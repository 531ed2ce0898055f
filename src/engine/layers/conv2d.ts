import type { LayerShape, Shape } from '../shapes';
import type { Conv2dSpec, Padding } from '../spec';
import { SpecError, expectPair, expectWhole, show, subject } from '../specError';
import { noPads, type Layer, type LayerBuffers, type Passes } from './layer';
import { cropInto, padInto, paddedShape } from './padding';
import { addTapGradients, addTaps, type Walk } from './taps';

/**
 * Cross-correlation of C maps with F filters (the kernel is not flipped), zeros around the input:
 *
 *     output[n, f, y, x] = bias[f] + Σ over c, i, j of filters[f, c, i, j] · padded[n, c, y·stride + i, x·stride + j]
 *
 * input `[batch, C, height, width]`, filters `[F, C, kernelHeight, kernelWidth]`, bias `[F]`.
 */
export const conv2d: Layer<Conv2dSpec> = {
  shape(spec, input) {
    const { name, filters, kernel, stride = 1, padding = 'valid' } = spec;
    expectWhole(name, 'its number of filters', filters);
    expectPair(name, 'its kernel', kernel);
    expectWhole(name, 'its stride', stride);
    const [kernelHeight, kernelWidth] = kernel;
    const [top, bottom] = padsOf(name, padding, input.height, kernelHeight, stride);
    const [left, right] = padsOf(name, padding, input.width, kernelWidth, stride);
    const pads = { top, left, bottom, right };
    const padded = paddedShape(input, pads);
    expectRoom(name, kernel, input, padded);
    return {
      output: {
        channels: filters,
        height: Math.floor((padded.height - kernelHeight) / stride) + 1,
        width: Math.floor((padded.width - kernelWidth) / stride) + 1,
      },
      pads,
      stride,
      parameters: [
        { name: `${name}.filters`, shape: [filters, input.channels, kernelHeight, kernelWidth] },
        { name: `${name}.bias`, shape: [filters] },
      ],
    };
  },

  compile(spec, shape, buffers) {
    if (Object.values(shape.pads).every((pad) => pad === 0)) return correlation(spec, shape, buffers);
    const { batch, input, inputGradient } = buffers;
    const padded = paddedShape(shape.input, shape.pads);
    const size = batch * padded.channels * padded.height * padded.width;
    const inner = { ...buffers, input: new Float64Array(size), inputGradient: new Float64Array(size) };
    const passes = correlation(spec, { ...shape, input: padded, pads: noPads }, inner);
    return {
      forward() {
        padInto(inner.input, input, shape.input, shape.pads);
        passes.forward();
      },
      backward() {
        passes.backward();
        cropInto(inputGradient, inner.inputGradient, shape.input, shape.pads);
      },
    };
  },
};

/** Forward and backward over an input that is padded already. */
function correlation({ kernel }: Conv2dSpec, shape: LayerShape, buffers: LayerBuffers): Passes {
  const { channels, height, width } = shape.input;
  const { channels: filterCount, height: rows, width: columns } = shape.output;
  const [kernelHeight, kernelWidth] = kernel;
  const mapSize = rows * columns;
  const walk: Walk = { kernelWidth, rows, columns, stride: shape.stride, rowStride: shape.stride * width };
  const { batch, output, inputGradient, outputGradient } = buffers;
  const bias = buffers.parameters[1];
  const [filterGradients, biasGradients] = buffers.parameterGradients;

  return {
    forward() {
      for (let n = 0; n < batch; n++) {
        for (let f = 0, tap = 0; f < filterCount; f++) {
          const map = (n * filterCount + f) * mapSize;
          output.fill(bias[f], map, map + mapSize);
          for (let c = 0; c < channels; c++) {
            for (let i = 0; i < kernelHeight; i++, tap += kernelWidth) {
              addTaps(walk, buffers, tap, ((n * channels + c) * height + i) * width, map);
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
              addTapGradients(walk, buffers, tap, ((n * channels + c) * height + i) * width, map);
            }
          }
        }
      }
    },
  };
}

/** Zeros before and after one axis. */
function padsOf(
  name: string,
  padding: Padding,
  length: number,
  kernel: number,
  stride: number,
): [number, number] {
  if (padding === 'valid') return [0, 0];
  if (padding === 'same') {
    const outputs = Math.ceil(length / stride);
    const total = Math.max((outputs - 1) * stride + kernel - length, 0);
    const before = Math.floor(total / 2);
    return [before, total - before];
  }
  if (typeof padding !== 'number') {
    throw new SpecError(
      name,
      `${subject(name)}: its padding is ${show(padding)}; expected 'valid', 'same' or a number of pixels.`,
    );
  }
  expectWhole(name, 'its padding', padding, 0);
  return [padding, padding];
}

function expectRoom(name: string, kernel: [number, number], input: Shape, padded: Shape): void {
  const [kernelHeight, kernelWidth] = kernel;
  if (kernelHeight <= padded.height && kernelWidth <= padded.width) return;
  const isPadded = padded.height !== input.height || padded.width !== input.width;
  const withPads = isPadded ? `, ${padded.height}×${padded.width} with its padding` : '';
  throw new SpecError(
    name,
    `${subject(name)}: its kernel of ${kernelHeight}×${kernelWidth} is larger than the map it reads, which is ` +
      `${input.height}×${input.width}${withPads}. Make the kernel smaller, or set the padding to 'same'.`,
  );
}
