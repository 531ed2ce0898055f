import type { LayerShape } from '../layerShape';
import type { LayerBuffers } from './layer';

/**
 * The inner loops of a convolution. A tap is one weight of a filter: for every output of a map it multiplies
 * one input number, and within a row both are contiguous in memory. Taps of a kernel row are taken three at a
 * time where there are three, so that each output is read and written once for all of them; this, and plain
 * functions over locals instead of closures, makes a step twice as fast.
 *
 * Everywhere: `tap` is the index of the weight in the filters, `pixel` the index of the first input it
 * multiplies, `map` the index of the map's first number in the output.
 */
export interface Walk {
  /** Taps in a kernel row. */
  kernelWidth: number;
  /** Size of the output map. */
  rows: number;
  columns: number;
  /** Distance in the input between neighbouring outputs: within a row, and between rows. */
  stride: number;
  rowStride: number;
  /** Distance in the input between neighbouring taps of a row. */
  dilation: number;
}

/** @param shape of the layer, over an input that is already padded */
export function walkOver({ input, output, stride, dilation }: LayerShape, kernelWidth: number): Walk {
  return {
    kernelWidth,
    rows: output.height,
    columns: output.width,
    stride: stride.columns,
    rowStride: stride.rows * input.width,
    dilation,
  };
}

/** Forward, one kernel row: output += filter · input. */
export function addTaps(walk: Walk, buffers: LayerBuffers, tap: number, pixel: number, map: number): void {
  let j = 0;
  for (; j + 2 < walk.kernelWidth; j += 3) addThree(walk, buffers, tap + j, pixel + j * walk.dilation, map);
  for (; j < walk.kernelWidth; j++) addOne(walk, buffers, tap + j, pixel + j * walk.dilation, map);
}

/** Backward, in the same order: dFilter += dOutput · input, dInput += dOutput · filter. */
export function addTapGradients(
  walk: Walk,
  buffers: LayerBuffers,
  tap: number,
  pixel: number,
  map: number,
): void {
  let j = 0;
  for (; j + 2 < walk.kernelWidth; j += 3)
    addThreeGradients(walk, buffers, tap + j, pixel + j * walk.dilation, map);
  for (; j < walk.kernelWidth; j++) addOneGradient(walk, buffers, tap + j, pixel + j * walk.dilation, map);
}

function addThree(
  walk: Walk,
  { input, output, parameters }: LayerBuffers,
  tap: number,
  pixel: number,
  map: number,
) {
  const { rows, columns, stride, rowStride, dilation } = walk;
  const far = 2 * dilation;
  const left = parameters[0][tap];
  const middle = parameters[0][tap + 1];
  const right = parameters[0][tap + 2];
  for (let y = 0; y < rows; y++) {
    const end = map + (y + 1) * columns;
    let from = pixel + y * rowStride;
    for (let to = end - columns; to < end; to++, from += stride) {
      // One product after the other, in the order of the kernels: where terms cancel, both then end on the
      // same side of a ReLU's kink.
      output[to] =
        output[to] + left * input[from] + middle * input[from + dilation] + right * input[from + far];
    }
  }
}

function addOne(
  walk: Walk,
  { input, output, parameters }: LayerBuffers,
  tap: number,
  pixel: number,
  map: number,
) {
  const { rows, columns, stride, rowStride } = walk;
  const weight = parameters[0][tap];
  for (let y = 0; y < rows; y++) {
    const end = map + (y + 1) * columns;
    let from = pixel + y * rowStride;
    for (let to = end - columns; to < end; to++, from += stride) output[to] += weight * input[from];
  }
}

function addThreeGradients(walk: Walk, buffers: LayerBuffers, tap: number, pixel: number, map: number) {
  const { rows, columns, stride, rowStride, dilation } = walk;
  const far = 2 * dilation;
  const { input, inputGradient, outputGradient } = buffers;
  const filters = buffers.parameters[0];
  const filterGradients = buffers.parameterGradients[0];
  const left = filters[tap];
  const middle = filters[tap + 1];
  const right = filters[tap + 2];
  let leftSum = 0;
  let middleSum = 0;
  let rightSum = 0;
  for (let y = 0; y < rows; y++) {
    const end = map + (y + 1) * columns;
    let from = pixel + y * rowStride;
    for (let to = end - columns; to < end; to++, from += stride) {
      const gradient = outputGradient[to];
      leftSum += gradient * input[from];
      middleSum += gradient * input[from + dilation];
      rightSum += gradient * input[from + far];
      inputGradient[from] += gradient * left;
      inputGradient[from + dilation] += gradient * middle;
      inputGradient[from + far] += gradient * right;
    }
  }
  filterGradients[tap] += leftSum;
  filterGradients[tap + 1] += middleSum;
  filterGradients[tap + 2] += rightSum;
}

function addOneGradient(walk: Walk, buffers: LayerBuffers, tap: number, pixel: number, map: number) {
  const { rows, columns, stride, rowStride } = walk;
  const { input, inputGradient, outputGradient } = buffers;
  const weight = buffers.parameters[0][tap];
  let sum = 0;
  for (let y = 0; y < rows; y++) {
    const end = map + (y + 1) * columns;
    let from = pixel + y * rowStride;
    for (let to = end - columns; to < end; to++, from += stride) {
      const gradient = outputGradient[to];
      sum += gradient * input[from];
      inputGradient[from] += gradient * weight;
    }
  }
  buffers.parameterGradients[0][tap] += sum;
}
