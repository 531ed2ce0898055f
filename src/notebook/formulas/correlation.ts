import type { LayerSpec } from '../../engine/spec';
import { slopedGradient } from './activations';
import { formula, joined, type Formula } from './formula';
import { axis, fixed, fixedFactors, sumOfProducts, type Axis } from './grid';
import type { LayerCells } from './layerCells';

/** A layer of filters; here one of their matrices, between an input and an output map. */
type Layer = LayerCells<Extract<LayerSpec, { kernel: unknown }>>;

export interface Link {
  /** The input channel that it reads. */
  readonly channel: number;
  /** The map that it helps to make. */
  readonly filter: number;
  /** Which of the layer's matrices it is. */
  readonly matrix: number;
}

/** The patch that one output sees, times the matrix; taps in the padding are left out. */
export function weightedPatch(layer: Layer, { channel, matrix }: Link, row: number, column: number): Formula {
  const { input, pads, stride } = layer.shape;
  const dilation = layer.spec.dilation ?? 1;
  const [kernelRows, kernelColumns] = layer.spec.kernel;
  const rows = tapsWithin(row * stride - pads.top, kernelRows, dilation, input.height);
  const columns = tapsWithin(column * stride - pads.left, kernelColumns, dilation, input.width);
  if (!rows || !columns) return formula`0`;
  return sumOfProducts([
    { grids: [layer.inputGrid('values', channel, rows.pixels, columns.pixels)] },
    { grids: [matrixGrid(layer, 'values', matrix, rows.taps, columns.taps)] },
  ]);
}

/** ∂L/∂ one pixel that the layer reads: the gradients of all outputs that see it, times the filters rotated by 180°. */
export function mapGradient(layer: Layer, links: readonly Link[], row: number, column: number): Formula {
  const { output, pads, stride } = layer.shape;
  const dilation = layer.spec.dilation ?? 1;
  const [kernelRows, kernelColumns] = layer.spec.kernel;
  const rows = outputsThatSee(row + pads.top, kernelRows, dilation, stride, output.height);
  const columns = outputsThatSee(column + pads.left, kernelColumns, dilation, stride, output.width);
  if (!rows || !columns) return formula`0`;
  const sums = links.map(({ filter, matrix }) =>
    sumOfProducts([
      { grids: [matrixGrid(layer, 'rotated', matrix, rows.taps, columns.taps)] },
      ...slopedGradient(layer, filter, rows.outputs, columns.outputs),
    ]),
  );
  return joined(sums, '+');
}

/** ∂L/∂ one number of a matrix: it meets every output, each with one pixel. */
export function filterGradient(layer: Layer, { channel, filter }: Link, tap: number): Formula {
  const { input, output, pads, stride } = layer.shape;
  const dilation = layer.spec.dilation ?? 1;
  const kernelColumns = layer.spec.kernel[1];
  const [tapRow, tapColumn] = [Math.floor(tap / kernelColumns), tap % kernelColumns];
  const rows = outputsWithin(tapRow * dilation - pads.top, stride, output.height, input.height);
  const columns = outputsWithin(tapColumn * dilation - pads.left, stride, output.width, input.width);
  if (!rows || !columns) return formula`0`;
  return sumOfProducts([
    { grids: [layer.inputGrid('values', channel, rows.pixels, columns.pixels)] },
    ...fixedFactors(slopedGradient(layer, filter, rows.outputs, columns.outputs)),
  ]);
}

/** ∂L/∂ the bias of a filter, which is added to every output. */
export function biasGradient(layer: Layer, filter: number): Formula {
  return sumOfProducts(fixedFactors(slopedGradient(layer, filter)));
}

function matrixGrid(layer: Layer, key: 'values' | 'rotated', matrix: number, rows: Axis, columns: Axis) {
  const size = layer.spec.kernel[0] * layer.spec.kernel[1];
  return fixed(layer.grid(key, `${layer.spec.name}.filters`, matrix * size, rows, columns));
}

/** The taps of a kernel whose pixels lie on the map, and these pixels. */
function tapsWithin(start: number, kernel: number, dilation: number, length: number) {
  const first = Math.max(0, Math.ceil(-start / dilation));
  const last = Math.min(kernel - 1, Math.floor((length - 1 - start) / dilation));
  const count = last - first + 1;
  if (count <= 0) return undefined;
  return { taps: axis(first, count), pixels: axis(start + first * dilation, count, dilation) };
}

/** The outputs that see a pixel of the padded map, with the taps that they see it through in the rotated kernel. */
function outputsThatSee(pixel: number, kernel: number, dilation: number, stride: number, outputs: number) {
  const pairs: { tap: number; output: number }[] = [];
  // From the last tap to the first, which is forward in the rotated kernel.
  for (let tap = kernel - 1; tap >= 0; tap--) {
    const output = (pixel - tap * dilation) / stride;
    if (Number.isInteger(output) && output >= 0 && output < outputs)
      pairs.push({ tap: kernel - 1 - tap, output });
  }
  if (pairs.length === 0) return undefined;
  const [first, second = first] = pairs;
  const along = (of: (pair: (typeof pairs)[number]) => number): Axis =>
    axis(of(first), pairs.length, of(second) - of(first) || 1);
  return { taps: along(({ tap }) => tap), outputs: along(({ output }) => output) };
}

/** The outputs that a tap meets on the map and not in its padding, and the pixels that it meets there. */
function outputsWithin(start: number, stride: number, outputs: number, length: number) {
  const first = Math.max(0, Math.ceil(-start / stride));
  const last = Math.min(outputs - 1, Math.floor((length - 1 - start) / stride));
  const count = last - first + 1;
  if (count <= 0) return undefined;
  return { outputs: axis(first, count), pixels: axis(start + first * stride, count, stride) };
}
