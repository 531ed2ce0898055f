import type { Conv2dSpec, DepthwiseConv2dSpec } from '../../engine/spec';
import { slopedGradient } from './activations';
import { formula, joined, type Formula } from './formula';
import { axis, sumOfProducts, type Axis, type Factor } from './grid';
import { fixed, type LayerPage } from './page';

/** What plain and depthwise convolutions have in common: one matrix of a filter, between an input and an output map. */
type Page = LayerPage<Conv2dSpec | DepthwiseConv2dSpec>;

export interface Link {
  /** The input channel that it reads. */
  readonly channel: number;
  /** The map that it helps to make. */
  readonly filter: number;
  /** Which of the layer's matrices it is. */
  readonly matrix: number;
}

/** The patch that one output sees, times the matrix; taps in the padding are left out. */
export function weightedPatch(page: Page, { channel, matrix }: Link, row: number, column: number): Formula {
  const { input, pads, stride } = page.shape;
  const dilation = page.spec.dilation ?? 1;
  const [kernelRows, kernelColumns] = page.spec.kernel;
  const rows = tapsWithin(row * stride - pads.top, kernelRows, dilation, input.height);
  const columns = tapsWithin(column * stride - pads.left, kernelColumns, dilation, input.width);
  if (!rows || !columns) return formula`0`;
  return sumOfProducts([
    { grids: [page.inputGrid('values', channel, rows.pixels, columns.pixels)] },
    { grids: [matrixGrid(page, 'values', matrix, rows.taps, columns.taps)] },
  ]);
}

/** ∂L/∂ one pixel that the layer reads: the gradients of all outputs that see it, times the filters turned by 180°. */
export function mapGradient(page: Page, links: readonly Link[], row: number, column: number): Formula {
  const { output, pads, stride } = page.shape;
  const dilation = page.spec.dilation ?? 1;
  const [kernelRows, kernelColumns] = page.spec.kernel;
  const rows = outputsThatSee(row + pads.top, kernelRows, dilation, stride, output.height);
  const columns = outputsThatSee(column + pads.left, kernelColumns, dilation, stride, output.width);
  if (!rows || !columns) return formula`0`;
  const sums = links.map(({ filter, matrix }) =>
    sumOfProducts([
      { grids: [matrixGrid(page, 'turned', matrix, rows.taps, columns.taps)] },
      ...slopedGradient(page, filter, rows.outputs, columns.outputs),
    ]),
  );
  return joined(sums, '+');
}

/** ∂L/∂ one number of a matrix: it meets every output, each with one pixel. */
export function filterGradient(page: Page, { channel, filter }: Link, tap: number): Formula {
  const { input, output, pads, stride } = page.shape;
  const dilation = page.spec.dilation ?? 1;
  const kernelColumns = page.spec.kernel[1];
  const [tapRow, tapColumn] = [Math.floor(tap / kernelColumns), tap % kernelColumns];
  const rows = outputsWithin(tapRow * dilation - pads.top, stride, output.height, input.height);
  const columns = outputsWithin(tapColumn * dilation - pads.left, stride, output.width, input.width);
  if (!rows || !columns) return formula`0`;
  return sumOfProducts([
    { grids: [page.inputGrid('values', channel, rows.pixels, columns.pixels)] },
    ...slopedGradient(page, filter, rows.outputs, columns.outputs).map(fixedFactor),
  ]);
}

/** ∂L/∂ the bias of a filter, which is added to every output. */
export function biasGradient(page: Page, filter: number): Formula {
  return sumOfProducts(slopedGradient(page, filter).map(fixedFactor));
}

function fixedFactor({ grids, text }: Factor): Factor {
  return { grids: grids.map(fixed), text };
}

function matrixGrid(page: Page, key: 'values' | 'turned', matrix: number, rows: Axis, columns: Axis) {
  const size = page.spec.kernel[0] * page.spec.kernel[1];
  return fixed(page.grid(key, `${page.spec.name}.filters`, matrix * size, rows, columns));
}

/** The taps of a kernel whose pixels lie on the map, and these pixels. */
function tapsWithin(start: number, kernel: number, dilation: number, length: number) {
  const first = Math.max(0, Math.ceil(-start / dilation));
  const last = Math.min(kernel - 1, Math.floor((length - 1 - start) / dilation));
  const count = last - first + 1;
  if (count <= 0) return undefined;
  return { taps: axis(first, count), pixels: axis(start + first * dilation, count, dilation) };
}

/** The outputs that see a pixel of the padded map, with the taps that they see it through in the turned kernel. */
function outputsThatSee(pixel: number, kernel: number, dilation: number, stride: number, outputs: number) {
  const pairs: { tap: number; output: number }[] = [];
  // From the last tap to the first, which is forward in the turned kernel.
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
