import { toRows, type Block } from '../notebook/block';
import type { PlannedBlock } from '../notebook/plan';
import { styleCells, styleRefused } from './style';
import type { Edit } from './watch';

/**
 * Queue the writing of a block's values where it stands now.
 * @param gaps what to write between the values of a spread block: null leaves those cells alone, '' clears them
 */
export function writeBlock(
  sheet: Excel.Worksheet,
  block: Block,
  values: Float64Array,
  gaps: '' | null = null,
): void {
  rangeOf(sheet, block).values = toRows(block, values).map((cells) =>
    cells.map((value) => (value === null ? gaps : toCell(value))),
  );
}

/** Queue the writing of one text; an empty text leaves a blank cell. */
export function writeText(sheet: Excel.Worksheet, block: Block, text: string): void {
  rangeOf(sheet, block).values = [[text]];
}

/**
 * Queue the return of texts, and blanks, that were typed while a write of ours was on its way and went over them:
 * what a person types counts, so it must be found and refused. (Numbers need no return; the engine takes them.)
 */
export function rewriteTexts(context: Excel.RequestContext, edits: readonly Edit[]): void {
  for (const { worksheetId, address, typed } of edits) {
    // The apostrophe, which Excel takes off again, keeps a text a text, whatever it looks like.
    const text = typed === '' ? '' : `'${String(typed)}`;
    context.workbook.worksheets.getItem(worksheetId).getRange(address).values = [[text]];
  }
}

/** Some cells of one row of a block, counted from its first cell. */
export interface CellRun {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
}

/** Queue the marking of cells that hold no usable number. */
export function markCells(sheet: Excel.Worksheet, block: Block, run: CellRun): void {
  styleRefused(rangeOfRun(sheet, block, run));
}

/** Queue the return of marked cells to their usual looks. */
export function unmarkCells(sheet: Excel.Worksheet, block: PlannedBlock, run: CellRun): void {
  styleCells(rangeOfRun(sheet, block, run), block);
}

/** By name, at the time of writing: a row inserted since the last look cannot send numbers astray. */
function rangeOf(sheet: Excel.Worksheet, block: Block): Excel.Range {
  return sheet.names.getItem(block.name).getRange();
}

function rangeOfRun(sheet: Excel.Worksheet, block: Block, { row, column, columns }: CellRun): Excel.Range {
  return rangeOf(sheet, block)
    .getCell(row, column)
    .getResizedRange(0, columns - 1);
}

/** Excel's own word for a number that a cell cannot hold. */
const TOO_LARGE = '#NUM!';

function toCell(value: number): number | string {
  return Number.isFinite(value) ? value : TOO_LARGE;
}
