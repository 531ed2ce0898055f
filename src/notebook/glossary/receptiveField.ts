import { pixelsSeen } from '../../engine/geometry';
import { receptiveFields } from '../layout/receptiveFields';
import type { Rect } from '../sheet/address';
import type { ShapedLayer, Subject } from './subject';

/** Layers that slide a window over maps. */
export type Sliding = Extract<ShapedLayer, { kernel: unknown } | { size: unknown }>;

export function slidingLayers({ layers }: Subject): Sliding[] {
  return layers.filter((layer) => 'kernel' in layer || 'size' in layer);
}

/** Size of a layer's receptive field in image pixels, at most the image. */
export function fieldSize(subject: Subject, layer: Sliding): { height: number; width: number } {
  const { input } = subject.spec.network;
  const { rows, columns } = fieldsOf(subject, layer);
  return { height: Math.min(input.height, rows.size), width: Math.min(input.width, columns.size) };
}

/** The receptive field of the number in the middle of the layer's maps. */
export function fieldOfMiddle(subject: Subject, layer: Sliding): Rect {
  const { input } = subject.spec.network;
  const fields = fieldsOf(subject, layer);
  const middle = (count: number) => Math.floor((count - 1) / 2);
  const rows = pixelsSeen(fields.rows, middle(layer.shape.output.height), input.height);
  const columns = pixelsSeen(fields.columns, middle(layer.shape.output.width), input.width);
  return { row: rows.first, column: columns.first, rows: rows.count, columns: columns.count };
}

function fieldsOf({ spec, layers }: Subject, { name }: Sliding) {
  const fields = receptiveFields(
    spec.network,
    layers.map(({ shape }) => shape),
  );
  return fields[layers.findIndex((layer) => layer.name === name)];
}
