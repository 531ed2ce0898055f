import type { Shape } from '../../engine/shapes';

/** The numbers of one map of a tensor. */
export function mapOf<Numbers extends Uint8Array | Float64Array>(
  all: Numbers,
  channel: number,
  { height, width }: Pick<Shape, 'height' | 'width'>,
): Numbers {
  return all.subarray(channel * height * width, (channel + 1) * height * width) as Numbers;
}

/** Whether a number is marked in any of the maps: a mask the size of one map. */
export function anyOf(all: Uint8Array, shape: Shape): Uint8Array {
  const any = new Uint8Array(shape.height * shape.width);
  all.forEach((isMeant, index) => {
    if (isMeant) any[index % any.length] = 1;
  });
  return any;
}

/** Fills `to` by computing the mask of each map from the mask of the same map; returns `to`. */
export function mapByMap(
  shape: Shape,
  from: Uint8Array,
  to: Uint8Array,
  make: (map: Uint8Array) => Uint8Array,
): Uint8Array {
  const size = to.length / shape.channels;
  for (let channel = 0; channel < shape.channels; channel++)
    to.set(make(mapOf(from, channel, shape)), channel * size);
  return to;
}

/** Converts indexes within one map into indexes of the tensor. */
export function inChannel(
  grid: readonly (readonly number[])[],
  channel: number,
  { height, width }: Pick<Shape, 'height' | 'width'>,
): number[][] {
  return grid.map((row) => row.map((index) => (index < 0 ? -1 : channel * height * width + index)));
}
