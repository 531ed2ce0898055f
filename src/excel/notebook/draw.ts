import { toA1 } from '../../notebook/sheet/address';
import { isText, type Block } from '../../notebook/sheet/block';
import { type Plan, type PlannedBlock, type SheetKey, type SheetPlan } from '../../notebook/sheet/plan';
import { settingNamed, type Settings } from '../../notebook/sheet/settings';
import { untracked } from '../context';
import { addSheets } from '../front';
import { bytesOfCells, bytesOfText, BYTES, Requests, partsOfCells } from '../requests';
import type { Place } from './notebookRecord';
import { wordCell } from '../write/cellValue';
import { stripsOf } from '../write/mergeRanges';
import { barBlock, offerWords, scaleBlock, styleSheet, whitenZeros } from '../write/style';
import { greyUnused } from '../write/settingFonts';
import { cellsOf, textCell } from '../write/writer';
import { notebookSheetTexts } from '../../texts/excel/notebook';

/** The initial contents of a plan's cells. */
export interface CellValues {
  readonly settings: Settings;
  valuesFor(key: SheetKey, block: Block): Float64Array;
  textFor(block: Block): string;
}

/**
 * Draws a plan on new worksheets.
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
  const requests = new Requests(context, { drawing: true });
  for (const sheet of sheets) sheet.load('id');
  for (const [index, key] of keys.entries()) {
    await drawSheet(requests, sheets[index], plan.sheets[key]);
    if (key === 'values') await greyUnused(requests, sheets[index], plan.sheets.values, values.settings);
    await fillSheet(requests, sheets[index], plan.sheets[key], values);
  }
  await requests.send();
  return Object.fromEntries(keys.map((key, index) => [key, sheets[index].id]));
}

/**
 * Throws if a sheet has one of the names: it belongs to the user, so it is neither overwritten nor deleted.
 */
async function refuseTaken(
  context: Excel.RequestContext,
  plan: Plan,
  keys: readonly SheetKey[],
): Promise<void> {
  const sheets = keys.map((key) => context.workbook.worksheets.getItemOrNullObject(plan.sheets[key].name));
  for (const sheet of sheets) sheet.load('name');
  await context.sync();
  const taken = sheets.find((sheet) => !sheet.isNullObject);
  if (taken) throw new SheetTakenError(taken.name);
}

/** There already is a sheet with a name that is needed. */
export class SheetTakenError extends Error {
  constructor(readonly sheet: string) {
    super(notebookSheetTexts.taken(sheet));
  }
}

/** Queues the labels, names and formatting of a sheet: widths, number formats, colours. */
export async function drawSheet(requests: Requests, sheet: Excel.Worksheet, plan: SheetPlan): Promise<void> {
  if (!plan.isAdopted) sheet.showGridlines = false;
  for (const { column, columns, width } of plan.widths) {
    await requests.room(2 * BYTES.call);
    const cells = untracked(sheet.getRangeByIndexes(0, column, 1, columns));
    untracked(cells.getEntireColumn()).format.columnWidth = toPoints(width);
  }
  // A label may be a class called 1-2 or +x, which Excel would take for a date or a formula.
  for (const { row, column, text } of plan.labels) {
    await requests.room(BYTES.call + bytesOfText(text));
    untracked(sheet.getCell(row, column)).values = [[wordCell(text)]];
  }
  await styleSheet(requests, sheet, plan);
  for (const block of plan.blocks) {
    await requests.room(2 * BYTES.call + bytesOfText(block.name) + bytesOfText(block.title), BYTES.call);
    sheet.names.add(block.name, untracked(sheet.getRange(toA1(block.rect))), block.title);
  }
  await colourBlocks(requests, sheet, plan);
}

/** Queues the colour scales and bars of blocks, and the lists of words of settings. */
export async function colourBlocks(
  requests: Requests,
  sheet: Excel.Worksheet,
  plan: SheetPlan,
): Promise<void> {
  for (const block of plan.blocks) {
    const words = settingNamed(block.name)?.words;
    if (!block.scale && !block.hasBars && !words) continue;
    await requests.room(BLOCK_BYTES);
    const range = untracked(sheet.getRange(toA1(block.rect)));
    if (block.scale) scaleBlock(range, block.scale);
    if (block.hasBars) barBlock(range);
    if (words) offerWords(range, words);
  }
  const signed = plan.blocks.filter(({ scale }) => scale === 'diverging');
  await whitenZeros(
    requests,
    sheet,
    signed.map(({ rect }) => rect),
  );
}

/** Bytes of a block's colour scale or bars, and its list of words if it has one. */
const BLOCK_BYTES = 8 * BYTES.call;

/** Queue the writing of the cells. */
export async function fillSheet(
  requests: Requests,
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  values: CellValues,
): Promise<void> {
  for (const { rect, parts } of stripsOf(plan.blocks)) {
    const rows: unknown[][] = Array.from({ length: rect.rows }, () =>
      new Array<null>(rect.columns).fill(null),
    );
    for (const block of parts) {
      firstCells(plan.key, block, values).forEach(
        (own, row) => (rows[block.rect.row - rect.row + row] = own),
      );
    }
    for (const [first, count] of partsOfCells(rows)) {
      const some = rows.slice(first, first + count);
      await requests.room(bytesOfCells(some) + BYTES.call);
      untracked(sheet.getRange(toA1({ ...rect, row: rect.row + first, rows: count }))).values = some;
    }
  }
}

function firstCells(key: SheetKey, block: PlannedBlock, values: CellValues): unknown[][] {
  if (isText(block)) return [[textCell(block, values.textFor(block))]];
  return cellsOf({ block, values: values.valuesFor(key, block), gaps: null });
}

/** Column widths are set in points; 96 pixels are 72 points. */
function toPoints(pixels: number): number {
  return pixels * 0.75;
}
