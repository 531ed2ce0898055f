import type { LayerShape } from '../../engine/shapes';
import { layerKindOf } from '../kinds/layers';
import type { NotebookSpec } from '../sheet/spec';
import { extent, type Rows, type RowsOfLayer } from './rows';

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
    const { kernel, pads } = shapes[index];
    // A vector has no row of its own, however much of a map it sees.
    const height = layerKindOf(layer).layout.makesMaps ? kernel.height : 1;
    top += (Math.floor((height - 1) / 2) - pads.top) * jump;
    if (!spec.compact) jump *= shapes[index].stride;
    starts.push({ top, jump });
  });
  const first = Math.min(0, ...starts.map((rows) => rows.top));
  const shift = (rows: RowsOfLayer): RowsOfLayer => ({ top: rows.top - first + FIRST_ROW, jump: rows.jump });
  const input = shift({ top: 0, jump: 1 });
  const layers = starts.map(shift);
  return { input, layers, pitch: pitchOf(spec, shapes, input, layers) };
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
    const { makesMaps, gutterRows } = layerKindOf(layer).layout;
    if (!makesMaps) return;
    bottoms.push(top + extent(shape.output.height, jump), top + gutterRows(layer, shape));
  });
  return Math.max(...bottoms) - FIRST_ROW + 1;
}
