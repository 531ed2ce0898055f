import { toA1 } from '../../notebook/sheet/address';
import { isText, type Block } from '../../notebook/sheet/block';
import { type Plan, type PlannedBlock, type SheetKey, type SheetPlan } from '../../notebook/sheet/plan';
import { settingNamed } from '../../notebook/sheet/settings';
import { paint, untracked } from '../context';
import { addSheets } from '../front';
import { CELLS_PER_REQUEST } from '../requestSize';
import type { Place } from './notebookRecord';
import { stripsOf } from '../write/mergeRanges';
import { offerWords, scaleBlock, styleSheet } from '../write/style';
import { cellsOf, textCell } from '../write/writer';
import { notebookSheetTexts } from '../../texts/excel/notebook';

/** What the cells of a plan hold at first. */
export interface CellValues {
  valuesFor(key: SheetKey, block: Block): Float64Array;
  textFor(block: Block): string;
}

/**
 * Draw a plan onto new worksheets. When that fails, what was drawn is taken away again, so that nothing stays
 * half-drawn.
 * @param keys which of the notebook's sheets to draw
 * @returns the ids of the new sheets
 */
export async function drawPlan(
  context: Excel.RequestContext,
  plan: Plan,
  values: CellValues,
  keys: readonly SheetKey[],
): Promise<Partial<Place>> {
  await refuseTaken(context, plan, keys);
  const sheets = addSheets(
    context,
    keys.map((key) => ({ name: plan.sheets[key].name, frozen: { rows: plan.sheets[key].frozenRows } })),
  );
  try {
    for (const sheet of sheets) sheet.load('id');
    let waiting = 0;
    for (const [index, key] of keys.entries()) {
      const cells = plan.sheets[key].blocks.reduce((sum, { rect }) => sum + rect.rows * rect.columns, 0);
      if (waiting && waiting + cells > CELLS_PER_REQUEST) await paint(context, () => (waiting = 0));
      drawSheet(sheets[index], plan.sheets[key]);
      waiting = await fillSheet(context, sheets[index], plan.sheets[key], values, waiting);
    }
    await paint(context, () => undefined);
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
    super(notebookSheetTexts.taken(sheet));
  }
}

/** Queue the labels, names and formatting of a sheet: widths, number formats, colours. */
function drawSheet(sheet: Excel.Worksheet, plan: SheetPlan): void {
  sheet.showGridlines = false;
  for (const { column, columns, width } of plan.widths) {
    const cells = untracked(sheet.getRangeByIndexes(0, column, 1, columns));
    untracked(cells.getEntireColumn()).format.columnWidth = toPoints(width);
  }
  for (const { row, column, text } of plan.labels) untracked(sheet.getCell(row, column)).values = [[text]];
  styleSheet(sheet, plan);
  for (const block of plan.blocks) {
    const range = untracked(sheet.getRange(toA1(block.rect)));
    sheet.names.add(block.name, range, block.title);
    if (block.scale) scaleBlock(range, block.scale);
    const words = settingNamed(block.name)?.words;
    if (words) offerWords(range, words);
  }
}

/** Queue the writing of the cells, and send what is queued whenever it has grown large. */
async function fillSheet(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  values: CellValues,
  before: number,
): Promise<number> {
  let waiting = before;
  for (const { rect, parts } of stripsOf(plan.blocks)) {
    const cells = rect.rows * rect.columns;
    if (waiting && waiting + cells > CELLS_PER_REQUEST) await paint(context, () => (waiting = 0));
    const rows: unknown[][] = Array.from({ length: rect.rows }, () =>
      new Array<null>(rect.columns).fill(null),
    );
    for (const block of parts) {
      firstCells(plan.key, block, values).forEach(
        (own, row) => (rows[block.rect.row - rect.row + row] = own),
      );
    }
    untracked(sheet.getRange(toA1(rect))).values = rows;
    waiting += cells;
  }
  return waiting;
}

function firstCells(key: SheetKey, block: PlannedBlock, values: CellValues): unknown[][] {
  if (isText(block)) return [[textCell(block, values.textFor(block))]];
  return cellsOf({ block, values: values.valuesFor(key, block), gaps: null });
}

/** Column widths are asked for in points; 96 pixels are 72 points. */
function toPoints(pixels: number): number {
  return pixels * 0.75;
}
