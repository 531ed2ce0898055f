import { beyond, receptiveField, type ReceptiveField } from '../../engine/geometry';
import type { LayerShape, Shape } from '../../engine/shapes';
import type { NetworkSpec } from '../../engine/spec';
import { layerKindOf } from '../kinds/layers';

/** What the numbers of a layer see of the image, along rows and along columns. */
export interface ReceptiveFields {
  readonly rows: ReceptiveField;
  readonly columns: ReceptiveField;
}

/** The receptive fields of all layers of a network, or of its first ones. */
export function receptiveFields(
  { input, layers }: NetworkSpec,
  shapes: readonly LayerShape[],
): ReceptiveFields[] {
  let fields: ReceptiveFields = receptiveField([]);
  // The map that the numbers stand in, also after they were flattened.
  let map: Pick<Shape, 'height' | 'width'> = input;
  return layers.slice(0, shapes.length).map((layer, index) => {
    const { kernel, pads, stride, output } = shapes[index];
    const { explain, table } = layerKindOf(layer);
    fields =
      table.sees === 'the whole map'
        ? {
            rows: overAll(fields.rows, map.height, output.height),
            columns: overAll(fields.columns, map.width, output.width),
          }
        : {
            rows: beyond(fields.rows, kernel.height, pads.top, stride),
            columns: beyond(fields.columns, kernel.width, pads.left, stride),
          };
    if (!explain.flattens) map = output;
    return fields;
  });
}

/** Behind a layer of which each number sees the whole side of a map: a window that reaches to both ends from anywhere. */
function overAll(field: ReceptiveField, side: number, outputs: number): ReceptiveField {
  return outputs === 1 ? beyond(field, side, 0, 1) : beyond(field, 2 * side - 1, side - 1, 1);
}
