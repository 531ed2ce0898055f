import { toA1 } from '../notebook/address';
import { SHEET_KEYS, type Plan, type PlannedBlock, type SheetKey, type SheetPlan } from '../notebook/plan';
import { paint } from './context';
import type { Place } from './place';
import { styleBlock } from './style';
import { writeBlock } from './writer';

/** What the cells of a block hold at first. */
export type CellValues = (key: SheetKey, block: PlannedBlock) => Float64Array;

/**
 * Draw a plan onto new worksheets, in one request. When that fails, what was drawn is taken away
 * again, so that nothing stays half-drawn.
 * @param keys which of the notebook's sheets to draw
 * @returns the ids of the new sheets
 */
export async function drawPlan(
  context: Excel.RequestContext,
  plan: Plan,
  values: CellValues,
  keys: readonly SheetKey[] = SHEET_KEYS,
): Promise<Partial<Place>> {
  await refuseTaken(context, plan, keys);
  const sheets = keys.map((key) => context.workbook.worksheets.add(plan.sheets[key].name));
  try {
    await paint(context, () => {
      keys.forEach((key, index) => drawSheet(sheets[index], plan.sheets[key], values));
      for (const sheet of sheets) sheet.load('id');
    });
  } catch (error) {
    await removeSheets(context, plan, keys);
    throw error;
  }
  return Object.fromEntries(keys.map((key, index) => [key, sheets[index].id]));
}

/** A sheet that is in the way is somebody's: it is never drawn over, nor taken away. */
async function refuseTaken(
  context: Excel.RequestContext,
  plan: Plan,
  keys: readonly SheetKey[],
): Promise<void> {
  const [taken] = await sheetsThatExist(context, plan, keys);
  if (taken) throw new SheetTakenError(taken.name);
}

async function removeSheets(
  context: Excel.RequestContext,
  plan: Plan,
  keys: readonly SheetKey[],
): Promise<void> {
  for (const sheet of await sheetsThatExist(context, plan, keys)) sheet.delete();
  await context.sync();
}

async function sheetsThatExist(
  context: Excel.RequestContext,
  plan: Plan,
  keys: readonly SheetKey[],
): Promise<Excel.Worksheet[]> {
  const sheets = keys.map((key) => context.workbook.worksheets.getItemOrNullObject(plan.sheets[key].name));
  for (const sheet of sheets) sheet.load('name');
  await context.sync();
  return sheets.filter((sheet) => !sheet.isNullObject);
}

/** A sheet of the name that is to be drawn is there already. */
export class SheetTakenError extends Error {
  constructor(readonly sheet: string) {
    super(
      `There is a sheet '${sheet}' already, which the notebook needs for itself. Rename that sheet, then try again.`,
    );
  }
}

function drawSheet(sheet: Excel.Worksheet, plan: SheetPlan, values: CellValues): void {
  sheet.showGridlines = false;
  sheet.freezePanes.freezeRows(plan.frozenRows);
  for (const { column, columns, width } of plan.widths) {
    sheet.getRangeByIndexes(0, column, 1, columns).getEntireColumn().format.columnWidth = toPoints(width);
  }
  for (const { row, column, text, kind, small } of plan.labels) {
    const cell = sheet.getCell(row, column);
    cell.values = [[text]];
    cell.format.font.bold = kind === 'heading';
    cell.format.verticalAlignment = 'Center';
    if (small) cell.format.font.size = 8;
  }
  for (const block of plan.blocks) drawBlock(sheet, plan.key, block, values);
}

function drawBlock(sheet: Excel.Worksheet, key: SheetKey, block: PlannedBlock, values: CellValues): void {
  const range = sheet.getRange(toA1(block.rect));
  styleBlock(range, block);
  sheet.names.add(block.name, range, block.title);
  if (block.role !== 'message') writeBlock(sheet, block, values(key, block));
}

/** Column widths are asked for in points; 96 pixels are 72 points. */
function toPoints(pixels: number): number {
  return pixels * 0.75;
}
