import { boundingRect, intersection, parseA1, sameRect, toA1, type Rect } from '../../notebook/sheet/address';
import type { SheetKey } from '../../notebook/sheet/plan';
import { mergedTexts } from '../../texts/excel/merged';
import { untracked } from '../context';

/** Cells of the add-in on a sheet. */
interface OwnCells {
  readonly sheet: Excel.Worksheet;
  readonly rects: readonly Rect[];
}

/** The cells of the notebook on one of its sheets. */
export interface SheetBlocks extends OwnCells {
  readonly key: SheetKey;
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
  const merged = await mergedOn(context, sheets);
  return merged.flatMap((rects, index) => rects.map((rect) => ({ key: sheets[index].key, rect })));
}

/**
 * Refuses to write into merged cells, whose contents Excel may ignore; one request.
 * @param rects the cells about to be written; of an area only the first cell may be among them
 * @throws MergedError that names the merged areas
 */
export async function refuseMerged(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  rects: readonly Rect[],
): Promise<void> {
  sheet.load('name');
  const [merged] = await mergedOn(context, [{ sheet, rects }]);
  if (merged.length) throw new MergedError(sheet.name, merged.map(toA1));
}

/** Cells that the add-in was about to write are merged. */
export class MergedError extends Error {
  constructor(sheet: string, areas: readonly string[]) {
    super(mergedTexts.inTheWay(sheet, areas.slice(0, MOST_NAMED), Math.max(0, areas.length - MOST_NAMED)));
  }
}

/** So many areas are named in a message. */
const MOST_NAMED = 4;

/** By sheet, the merged areas that hide a cell. */
async function mergedOn(context: Excel.RequestContext, sheets: readonly OwnCells[]): Promise<Rect[][]> {
  const asked = sheets.map(({ sheet, rects }) => {
    // Merged areas are found by their first cell only (OfficeDev/office-js#3611): it stands left of the blocks, or above.
    const range = untracked(sheet.getRange(toA1(fromA1(rects))));
    const { areas } = untracked(range.getMergedAreasOrNullObject());
    areas.load('items/address');
    return { rects, areas };
  });
  try {
    await context.sync();
  } catch (error) {
    // More than 512 areas on a sheet: Excel does not list them. Any other request would fail, too.
    const { debugInfo } = error as Partial<OfficeExtension.Error>;
    if (!/MergedAreas/.test(debugInfo?.errorLocation ?? '')) throw error;
    return sheets.map(() => []);
  }
  return asked.map(({ rects, areas }) => {
    if (areas.isNullObject) return [];
    const found = areas.items.map(({ address }) => parseA1(address.slice(address.lastIndexOf('!') + 1)));
    return found.filter((rect) => hides(rect, rects));
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
