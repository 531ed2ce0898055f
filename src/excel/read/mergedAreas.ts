import { boundingRect, intersection, parseA1, sameRect, toA1, type Rect } from '../../notebook/sheet/address';
import type { SheetKey } from '../../notebook/sheet/plan';
import { TYPING, untracked } from '../context';

/** The cells of the notebook on one of its sheets. */
export interface SheetBlocks {
  readonly key: SheetKey;
  readonly sheet: Excel.Worksheet;
  readonly rects: readonly Rect[];
}

export interface MergedArea {
  readonly key: SheetKey;
  readonly rect: Rect;
}

/**
 * The merged areas that hide a cell of a block; one request. An area of which only the first cell, the one that is seen,
 * belongs to a block does no harm.
 * @returns none, too, where Excel does not say
 */
export async function mergedAreas(
  context: Excel.RequestContext,
  sheets: readonly SheetBlocks[],
): Promise<MergedArea[]> {
  const asked = sheets.map(({ key, sheet, rects }) => {
    // Merged areas are found by their first cell only (OfficeDev/office-js#3611): it stands left of the blocks, or above.
    const range = untracked(sheet.getRange(toA1(fromA1(rects))));
    const { areas } = untracked(range.getMergedAreasOrNullObject());
    areas.load('items/address');
    return { key, rects, areas };
  });
  try {
    await context.sync();
  } catch (error) {
    // While a person types, the whole command waits.
    if ((error as Partial<OfficeExtension.Error>).code === TYPING) throw error;
    // More than 512 areas on a sheet: Excel does not list them.
    return [];
  }
  return asked.flatMap(({ key, rects, areas }) => {
    if (areas.isNullObject) return [];
    const found = areas.items.map(({ address }) => parseA1(address.slice(address.lastIndexOf('!') + 1)));
    return found.filter((rect) => hides(rect, rects)).map((rect) => ({ key, rect }));
  });
}

/** From A1 to the last cell. */
function fromA1(rects: readonly Rect[]): Rect {
  const { row, column, rows, columns } = boundingRect(rects);
  return { row: 0, column: 0, rows: row + rows, columns: column + columns };
}

function hides(area: Rect, rects: readonly Rect[]): boolean {
  const first = { row: area.row, column: area.column, rows: 1, columns: 1 };
  return rects.some((rect) => {
    const common = intersection(rect, area);
    return common !== undefined && !sameRect(common, first);
  });
}
