import type { LayerShape } from '../../engine/shapes';
import type { LayerSpec } from '../../engine/spec';
import { layerKindOf } from '../kinds/layers';
import { LayerCells, type NotebookCells } from './layerCells';

/**
 * A layer with its cells. @param input the layer whose numbers it reads, the last one with cells, or 'input'
 */
export function layerCells<Spec extends LayerSpec>(
  notebook: NotebookCells,
  spec: Spec,
  shape: LayerShape,
  input: string,
): LayerCells<Spec> {
  const { output } = layerKindOf(spec).formulas;
  const layer: LayerCells<Spec> = new LayerCells(notebook, spec, shape, input, (channel, row, column) =>
    output(layer, channel, row, column),
  );
  return layer;
}
