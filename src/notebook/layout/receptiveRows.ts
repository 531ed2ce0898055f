import type { LayerShape } from '../../engine/shapes';
import type { LayerSpec } from '../../engine/spec';
import type { NotebookSpec } from '../sheet/spec';
import { extent } from './extent';
import { NORM_GUTTER } from './gutters';

/** The row of a layer's first cell and the rows from one of its cells to the next. */
export interface RowsOfLayer {
  readonly top: number;
  readonly jump: number;
}

export interface Rows {
  readonly input: RowsOfLayer;
  readonly layers: readonly RowsOfLayer[];
  /** Rows from one channel to the next, the same for all layers: a pixel and all that it causes share a row. */
  readonly pitch: number;
}

/** Row 1 of the sheet holds the headings. */
const FIRST_ROW = 1;

/**
 * In which rows a layer's cells stand, by the receptive-field arithmetic of convolutional networks
 * (start and jump, as in Dumoulin & Visin, "A guide to convolution arithmetic", and distill.pub's
 * "Computing receptive fields"): start += (⌊(kernel − 1) / 2⌋ − padding) · jump, then jump *= stride.
 * On a compact page maps close their gaps, so every jump is 1.
 */
export function receptiveRows(spec: NotebookSpec, shapes: readonly LayerShape[]): Rows {
  const starts: RowsOfLayer[] = [];
  let [top, jump] = [0, 1];
  spec.network.layers.forEach((layer, index) => {
    top += (Math.floor((kernelHeight(layer, shapes[index]) - 1) / 2) - shapes[index].pads.top) * jump;
    if (!spec.compact) jump *= shapes[index].stride;
    starts.push({ top, jump });
  });
  const first = Math.min(0, ...starts.map((rows) => rows.top));
  const shift = (rows: RowsOfLayer): RowsOfLayer => ({ top: rows.top - first + FIRST_ROW, jump: rows.jump });
  const input = shift({ top: 0, jump: 1 });
  const layers = starts.map(shift);
  return { input, layers, pitch: pitchOf(spec, shapes, input, layers) };
}

/** A vector has no row of its own, however much of a map it sees. */
function kernelHeight(layer: LayerSpec, { kernel }: LayerShape): number {
  return makesMaps(layer) ? kernel.height : 1;
}

function makesMaps({ type }: LayerSpec): boolean {
  return type !== 'dense' && type !== 'flatten' && type !== 'globalAveragePool';
}

/** The tallest of all maps and filter gutters, from the topmost row, and one blank row. */
function pitchOf(
  spec: NotebookSpec,
  shapes: readonly LayerShape[],
  input: RowsOfLayer,
  layers: readonly RowsOfLayer[],
) {
  const bottoms = [input.top + spec.network.input.height];
  spec.network.layers.forEach((layer, index) => {
    const { top, jump } = layers[index];
    const shape = shapes[index];
    if (!makesMaps(layer)) return;
    bottoms.push(top + extent(shape.output.height, jump), top + gutterHeight(layer, shape));
  });
  return Math.max(...bottoms) - FIRST_ROW + 1;
}

function gutterHeight(layer: LayerSpec, { input }: LayerShape): number {
  switch (layer.type) {
    case 'conv2d':
      return filterHeight(layer.kernel[0], input.channels);
    case 'depthwiseConv2d':
      return filterHeight(layer.kernel[0], 1);
    case 'batchNorm':
    case 'inputNorm':
      return NORM_GUTTER.rows;
    default:
      return 0;
  }
}

/** Label and blank row, the matrices one blank row apart, the bias. */
function filterHeight(kernel: number, channels: number): number {
  return 2 + channels * (kernel + 1) + 1;
}
