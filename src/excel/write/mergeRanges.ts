import { type Rect, boundingRect } from '../../notebook/sheet/address';

/** Something with a rectangle on a sheet. */
export interface Placed {
  readonly rect: Rect;
}

/** Blocks in the same columns, below each other, that are read or written as one range. */
export interface Strip<Part extends Placed> {
  /** From the first part to the last. */
  readonly rect: Rect;
  /** From top to bottom. */
  readonly parts: readonly Part[];
}

/** Up to this many rows between two parts are read or written needlessly, rather than making two ranges. */
const LARGEST_GAP = 40;

/** The fewest ranges that contain all parts without crossing columns of others. */
export function stripsOf<Part extends Placed>(parts: Iterable<Part>): Strip<Part>[] {
  const byColumns = new Map<string, Part[]>();
  for (const part of parts) {
    const columns = `${part.rect.column} ${part.rect.columns}`;
    const column = byColumns.get(columns);
    if (column) column.push(part);
    else byColumns.set(columns, [part]);
  }
  return [...byColumns.values()].flatMap(cut);
}

function cut<Part extends Placed>(column: Part[]): Strip<Part>[] {
  const strips: Part[][] = [];
  for (const part of column.sort((a, b) => a.rect.row - b.rect.row)) {
    const strip = strips.at(-1);
    const last = strip?.at(-1);
    if (strip && last && part.rect.row - (last.rect.row + last.rect.rows) <= LARGEST_GAP) strip.push(part);
    else strips.push([part]);
  }
  return strips.map((strip) => ({ rect: boundingRect(strip.map(({ rect }) => rect)), parts: strip }));
}
