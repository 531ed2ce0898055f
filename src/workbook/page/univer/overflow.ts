/** Text that runs over the cells beside its own: Univer forgets the room before its first letter, and may cut the last one. */
import { SpreadsheetSkeleton } from '@univerjs/preset-sheets-core';

/** Pixels, with some to spare for print that is drawn wider than it was measured. */
const ROOM = 4;

export function letTextRunOut(): void {
  const { prototype } = SpreadsheetSkeleton;
  const positionOf = prototype.getOverflowPosition;
  prototype.getOverflowPosition = function (this: SpreadsheetSkeleton, size, ...place) {
    return positionOf.call(this, size && { ...size, width: size.width + ROOM }, ...place);
  };
}
