/** Text that overflows into the next cells: Univer ignores the padding before it, and may cut off its last letter. */
import { SpreadsheetSkeleton } from '@univerjs/preset-sheets-core';

/** In pixels; a little more than the padding, for fonts that are drawn wider than measured. */
const ROOM = 4;

export function widenTextOverflow(): void {
  const { prototype } = SpreadsheetSkeleton;
  const positionOf = prototype.getOverflowPosition;
  prototype.getOverflowPosition = function (this: SpreadsheetSkeleton, size, ...place) {
    return positionOf.call(this, size && { ...size, width: size.width + ROOM }, ...place);
  };
}
