import type { Shape } from '../../../engine/shapes';

/** The sides of an image, in the order in which messages give them. */
const SIDES = ['channels', 'height', 'width'] as const;

/** The sides in which images differ from what a network reads. */
export function differingSides(read: Shape, images: Shape): (keyof Shape)[] {
  return SIDES.filter((side) => read[side] !== images[side]);
}

/** "1×28×28": channels, height, width. */
export function sizeInWords(shape: Shape): string {
  return SIDES.map((side) => shape[side]).join('×');
}
