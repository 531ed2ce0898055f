import { toRows, type Block } from '../../notebook/sheet/block';
import { settingNamed, shownAs } from '../../notebook/sheet/settings';
import type { PlannedBlock } from '../../notebook/sheet/plan';
import { untracked } from '../context';
import { bytesOfCells, bytesOfText, BYTES, partsOfCells, type Requests } from '../requests';
import { stripsOf, type Placed } from './mergeRanges';
import { styleCells, styleRefused } from './style';
import type { Edit } from '../read/watch';

/** What the cells of a block are to hold, and where it stands. */
export interface BlockWrite extends Placed {
  readonly block: Block;
  readonly values: Float64Array;
  /** What to write between the values of a spread block: null leaves those cells alone, '' clears them. */
  readonly gaps: '' | null;
}

/**
 * Queue the writing of many blocks of one sheet. Blocks that stand one below the other are written as one range, from
 * the name of the first to the name of the last; cells between them are left alone. Should a row have been inserted
 * since the blocks were looked at, the range is of another size and Excel refuses the numbers, rather than that they
 * go astray.
 */
export async function writeBlocks(
  requests: Requests,
  sheet: Excel.Worksheet,
  writes: readonly BlockWrite[],
): Promise<void> {
  for (const { rect, parts } of stripsOf(writes)) {
    const rows: unknown[][] = Array.from({ length: rect.rows }, () =>
      new Array<null>(rect.columns).fill(null),
    );
    for (const part of parts) {
      cellsOf(part).forEach((cells, row) => (rows[part.rect.row - rect.row + row] = cells));
    }
    await writeRows(
      requests,
      () => {
        const first = rangeOf(sheet, parts[0].block);
        if (parts.length === 1) return first;
        return untracked(first.getBoundingRect(rangeOf(sheet, parts.at(-1)!.block)));
      },
      rows,
    );
  }
}

/**
 * Queue the writing of rows into a range of as many, in parts where one request does not hold them. Each part is
 * reached by what the range has more than it, so a range that has grown is refused all the same.
 * @param range made anew for each request
 */
export async function writeRows(
  requests: Requests,
  range: () => Excel.Range,
  rows: readonly (readonly unknown[])[],
  into: 'values' | 'formulas' = 'values',
): Promise<void> {
  for (const [first, count] of partsOfCells(rows)) {
    const some = rows.slice(first, first + count);
    await requests.room(bytesOfCells(some) + 4 * BYTES.call);
    const part =
      count === rows.length
        ? range()
        : untracked(untracked(range().getResizedRange(count - rows.length, 0)).getOffsetRange(first, 0));
    part[into] = some as unknown[][];
  }
}

/** The cells of a block, row by row, as Excel takes them. */
export function cellsOf({ block, values, gaps }: Omit<BlockWrite, 'rect'>): unknown[][] {
  const setting = settingNamed(block.name);
  const toValue = (value: number) => (setting ? shownAs(setting, value) : toCell(value));
  return toRows(block, values).map((cells) => cells.map((value) => (value === null ? gaps : toValue(value))));
}

/** Queue the writing of one text; an empty text leaves a blank cell. */
export async function writeText(
  requests: Requests,
  sheet: Excel.Worksheet,
  block: Block,
  text: string,
): Promise<void> {
  await requests.room(2 * BYTES.call + bytesOfText(text));
  rangeOf(sheet, block).values = [[textCell(block, text)]];
}

/** A class may be called 7: the apostrophe, which Excel takes off again, keeps it a text. Messages are of text format. */
export function textCell({ role }: Block, text: string): string {
  return role === 'predicted' && text ? `'${text}` : text;
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

/** Bytes of the marking of a run of cells, or of its return. */
export const RUN_BYTES = 6 * BYTES.call;

/** Queue the marking of cells that hold no usable number. */
export function markCells(sheet: Excel.Worksheet, block: Block, run: CellRun): void {
  styleRefused(rangeOfRun(sheet, block, run));
}

/** Queue the return of marked cells to their usual formatting. */
export function unmarkCells(sheet: Excel.Worksheet, block: PlannedBlock, run: CellRun): void {
  styleCells(rangeOfRun(sheet, block, run), block);
}

/** By name, at the time of writing: a row inserted since the last look cannot send numbers astray. */
function rangeOf(sheet: Excel.Worksheet, block: Block): Excel.Range {
  return untracked(sheet.names.getItem(block.name).getRange());
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
