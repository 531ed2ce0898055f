import { axesOf, inputUnderTap, outputsSeeing, type Axis as WindowAxis } from '../../engine/geometry';
import type { LayerSpec } from '../../engine/spec';
import { slopedGradient } from './activations';
import { formula, joined, type Formula } from './formula';
import { axis, fixed, fixedFactors, sumOfProducts, type Axis } from './grid';
import type { LayerCells } from './layerCells';

/** A layer with filters; a link is one of their matrices, between an input channel and an output map. */
type Layer = LayerCells<Extract<LayerSpec, { kernel: unknown }>>;

export interface Link {
  /** The input channel that it reads. */
  readonly channel: number;
  /** The map it contributes to. */
  readonly filter: number;
  /** Which of the layer's matrices it is. */
  readonly matrix: number;
}

/** The patch under an output's window times the matrix; taps in the padding are left out. */
export function weightedPatch(layer: Layer, { channel, matrix }: Link, row: number, column: number): Formula {
  const axes = axesOf(layer.shape);
  const [rows, columns] = [tapsWithin(axes.rows, row), tapsWithin(axes.columns, column)];
  if (!rows || !columns) return formula`0`;
  return sumOfProducts([
    { grids: [layer.inputGrid('values', channel, rows.pixels, columns.pixels)] },
    { grids: [matrixGrid(layer, 'values', matrix, rows.taps, columns.taps)] },
  ]);
}

/** ∂L/∂ one input pixel: the gradients of all outputs that use it, times the filters rotated by 180°. */
export function mapGradient(layer: Layer, links: readonly Link[], row: number, column: number): Formula {
  const axes = axesOf(layer.shape);
  const [rows, columns] = [outputsThatSee(axes.rows, row), outputsThatSee(axes.columns, column)];
  if (!rows || !columns) return formula`0`;
  const sums = links.map(({ filter, matrix }) =>
    sumOfProducts([
      { grids: [matrixGrid(layer, 'rotated', matrix, rows.taps, columns.taps)] },
      ...slopedGradient(layer, filter, rows.outputs, columns.outputs),
    ]),
  );
  return joined(sums, '+');
}

/** ∂L/∂ one weight of a matrix: a sum over all outputs, of its pixel times the gradient. */
export function filterGradient(layer: Layer, { channel, filter }: Link, tap: number): Formula {
  const axes = axesOf(layer.shape);
  const kernelColumns = layer.spec.kernel[1];
  const rows = outputsWithin(axes.rows, Math.floor(tap / kernelColumns));
  const columns = outputsWithin(axes.columns, tap % kernelColumns);
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

/** The taps of an output that are on the map rather than in its padding, and their pixels. */
function tapsWithin(along: WindowAxis, output: number) {
  const taps = indexes(along.taps).filter((tap) => inputUnderTap(along, output, tap) !== undefined);
  if (taps.length === 0) return undefined;
  const first = inputUnderTap(along, output, taps[0])!;
  return { taps: axis(taps[0], taps.length), pixels: axis(first, taps.length, along.dilation) };
}

/** The outputs that use a pixel, with their taps in the rotated kernel. */
function outputsThatSee(along: WindowAxis, pixel: number) {
  const pairs = outputsSeeing(along, pixel).map(({ output, tap }) => ({ output, tap: along.taps - 1 - tap }));
  if (pairs.length === 0) return undefined;
  const [first, second = first] = pairs;
  const steps = (of: (pair: (typeof pairs)[number]) => number): Axis =>
    axis(of(first), pairs.length, of(second) - of(first) || 1);
  return { taps: steps(({ tap }) => tap), outputs: steps(({ output }) => output) };
}

/** The outputs at which a tap is on the map rather than in its padding, and its pixels there. */
function outputsWithin(along: WindowAxis, tap: number) {
  const outputs = indexes(along.outputs).filter((output) => inputUnderTap(along, output, tap) !== undefined);
  if (outputs.length === 0) return undefined;
  const first = inputUnderTap(along, outputs[0], tap)!;
  return { outputs: axis(outputs[0], outputs.length), pixels: axis(first, outputs.length, along.stride) };
}

function indexes(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
