import type { Rect } from '../../notebook/sheet/address';
import { selectInView } from './activeCell';

/**
 * Selects cells and scrolls to them: those of some blocks, found by name, and everything between.
 * @param sheet id of their worksheet
 * @param part of the only block, relative to its first cell, if not all of it is meant
 * @returns whether the cells are still there
 */
export async function showCells(
  context: Excel.RequestContext,
  sheet: string,
  blocks: readonly string[],
  part?: Rect,
): Promise<boolean> {
  const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
  const ranges = blocks.map((name) => worksheet.names.getItemOrNullObject(name).getRangeOrNullObject());
  for (const range of ranges) range.load('address');
  await context.sync();
  if (worksheet.isNullObject || ranges.some((range) => range.isNullObject)) return false;
  const all = ranges.reduce((whole, range) => whole.getBoundingRect(range));
  worksheet.activate();
  selectInView(partOf(all, part));
  await context.sync();
  return true;
}

function partOf(range: Excel.Range, part: Rect | undefined): Excel.Range {
  if (!part) return range;
  return range.getCell(part.row, part.column).getResizedRange(part.rows - 1, part.columns - 1);
}

/** What one cell holds, as text. */
export async function textIn(context: Excel.RequestContext, sheet: string, address: string): Promise<string> {
  const range = context.workbook.worksheets.getItem(sheet).getRange(address);
  range.load('values');
  await context.sync();
  return String(range.values[0][0]);
}
