import type { ReceptiveField } from '../../engine/geometry';

/** A receptive field, wherever its numbers stand on the page. */
export type Field = Pick<ReceptiveField, 'start' | 'size' | 'jump'>;

/** The part of an image that a patch picture shows, along rows or columns. */
export interface PicturedSpan {
  /** First pixel of the picture; negative in the padding. */
  readonly from: number;
  readonly length: number;
  /** The receptive field of the cell, [first, end), clipped to the image. */
  readonly sees: readonly [number, number];
}

/** Side of the picture of a receptive field, in pixels: at most that of the image. */
export function pictured({ size }: Field, side: number): number {
  return Math.min(size, side);
}

/** The receptive field of the cell at a position of the map, and the part of the image to picture. */
export function seenBy(field: Field, position: number, side: number): PicturedSpan {
  const from = field.start + position * field.jump;
  const sees = [Math.max(0, from), Math.min(side, from + field.size)] as const;
  return { from: field.size > side ? 0 : from, length: pictured(field, side), sees };
}
