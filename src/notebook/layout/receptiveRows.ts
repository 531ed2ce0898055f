import { extended, receptiveField } from '../../engine/geometry';
import type { LayerShape } from '../../engine/shapes';
import { layerKindOf } from '../kinds/layers';
import type { NotebookSpec } from '../sheet/spec';
import { extent, type Rows, type RowsOfLayer } from './rows';

/** Row 1 of the sheet holds the headings. */
const FIRST_ROW = 1;

/**
 * The rows of a layer's cells: those of the pixels at the centre of their receptive fields; its columns are as
 * far apart. On a compact page maps have no gaps, so every jump is 1.
 */
export function receptiveRows(spec: NotebookSpec, shapes: readonly LayerShape[]): Rows {
  let field = receptiveField([]).rows;
  const starts = spec.network.layers.map((layer, index): RowsOfLayer => {
    const { kernel, pads, stride } = shapes[index];
    // A vector has no rows of its own, whatever its receptive field.
    const height = layerKindOf(layer).layout.makesMaps ? kernel.height : 1;
    field = extended(field, height, pads.top, spec.compact ? 1 : stride.rows);
    return { top: field.centre, jump: field.jump };
  });
  const first = Math.min(0, ...starts.map((rows) => rows.top));
  const shift = (rows: RowsOfLayer): RowsOfLayer => ({ top: rows.top - first + FIRST_ROW, jump: rows.jump });
  const input = shift({ top: 0, jump: 1 });
  const layers = starts.map(shift);
  return { input, layers, pitch: pitchOf(spec, shapes, input, layers) };
}

/** The height of the tallest map or filter gutter, from the topmost row, plus one blank row. */
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
