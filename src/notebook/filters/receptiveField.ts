import type { LayerShape } from '../../engine/shapes';

/** What the cells of a map see of the image, along rows or columns. */
export interface Field {
  /** The first pixel that the first cell sees; negative in the padding. */
  readonly start: number;
  /** Pixels that a cell sees, from the first to the last. */
  readonly size: number;
  /** Pixels from what one cell sees to what the next one sees. */
  readonly jump: number;
}

/**
 * The receptive field of a layer that makes maps, reached through maps only, by the arithmetic of Dumoulin & Visin, "A
 * guide to convolution arithmetic for deep learning": a cell sees what its kernel sees, and each pixel of that is a
 * cell of the layer before.
 * @param layer its position among the shapes
 */
export function fieldOf(
  shapes: readonly LayerShape[],
  layer: number,
): { readonly rows: Field; readonly columns: Field } {
  const along = (kernel: (shape: LayerShape) => number, pad: (shape: LayerShape) => number): Field =>
    shapes.slice(0, layer + 1).reduce(
      ({ start, size, jump }, shape) => ({
        start: start - pad(shape) * jump,
        size: size + (kernel(shape) - 1) * jump,
        jump: jump * shape.stride,
      }),
      { start: 0, size: 1, jump: 1 },
    );
  return {
    rows: along(
      ({ kernel }) => kernel.height,
      ({ pads }) => pads.top,
    ),
    columns: along(
      ({ kernel }) => kernel.width,
      ({ pads }) => pads.left,
    ),
  };
}

/** The part of an image that a picture shows, along rows or columns. */
export interface Part {
  /** The first pixel of the picture; negative in the padding. */
  readonly from: number;
  readonly length: number;
  /** The pixels that the cell sees, from the first up to but not including the last: not beyond the image. */
  readonly sees: readonly [number, number];
}

/** How many pixels of an image's side a picture shows of a field: no more than there are. */
export function pictured({ size }: Field, side: number): number {
  return Math.min(size, side);
}

/** What the cell at a position of the map sees of an image's side, and the picture of that. */
export function seenBy(field: Field, position: number, side: number): Part {
  const from = field.start + position * field.jump;
  const sees = [Math.max(0, from), Math.min(side, from + field.size)] as const;
  return { from: field.size > side ? 0 : from, length: pictured(field, side), sees };
}
