import type { ReceptiveField } from '../../engine/geometry';

/** A receptive field, wherever its numbers stand. */
export type Field = Pick<ReceptiveField, 'start' | 'size' | 'jump'>;

/** The part of an image that a picture shows, along rows or columns. */
export interface PicturedSpan {
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
export function seenBy(field: Field, position: number, side: number): PicturedSpan {
  const from = field.start + position * field.jump;
  const sees = [Math.max(0, from), Math.min(side, from + field.size)] as const;
  return { from: field.size > side ? 0 : from, length: pictured(field, side), sees };
}
