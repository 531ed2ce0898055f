import { extended, receptiveField, type ReceptiveField } from '../../engine/geometry';
import type { LayerShape, Shape } from '../../engine/shapes';
import type { NetworkSpec } from '../../engine/spec';
import { layerKindOf } from '../kinds/layers';

/** The receptive fields of a layer, along rows and along columns. */
export interface ReceptiveFields {
  readonly rows: ReceptiveField;
  readonly columns: ReceptiveField;
}

/** The receptive fields of all layers, or of the first ones of an incomplete network. */
export function receptiveFields(
  { input, layers }: NetworkSpec,
  shapes: readonly LayerShape[],
): ReceptiveFields[] {
  let fields: ReceptiveFields = receptiveField([]);
  // The map that a number belongs to, even after flattening.
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
            rows: extended(fields.rows, kernel.height, pads.top, stride.rows),
            columns: extended(fields.columns, kernel.width, pads.left, stride.columns),
          };
    if (!explain.flattens) map = output;
    return fields;
  });
}

/**
 * The field of a layer whose every output reads a whole side of the map, like a window that reaches both
 * ends.
 */
function overAll(field: ReceptiveField, side: number, outputs: number): ReceptiveField {
  return outputs === 1 ? extended(field, side, 0, 1) : extended(field, 2 * side - 1, side - 1, 1);
}
