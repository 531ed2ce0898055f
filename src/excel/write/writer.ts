import { toRows, type Block } from '../../notebook/sheet/block';
import { settingNamed, shownAs } from '../../notebook/sheet/settings';
import type { PlannedBlock } from '../../notebook/sheet/plan';
import { untracked } from '../context';
import { bytesOfCells, bytesOfText, BYTES, partsOfCells, type Requests } from '../requests';
import { stripsOf, type Placed } from './mergeRanges';
import { styleCells, styleRefused } from './style';
import type { Edit } from '../read/watch';

/** The numbers to write into a block, and its place. */
export interface BlockWrite extends Placed {
  readonly block: Block;
  readonly values: Float64Array;
  /** What to write into the gaps of a spread block: null leaves them alone, '' clears them. */
  readonly gaps: '' | null;
}

/**
 * Queues writing many blocks of one sheet. Blocks below each other are written as one range, from the name of
 * the first to the name of the last; cells between them are left alone. If a row was inserted since the
 * blocks were read, the range has another size and Excel refuses the write, rather than writing to wrong
 * cells.
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
 * Queues writing rows to a range of the same size, in parts if one request cannot hold them. Each part is
 * addressed relative to the range's size, so a range that has grown is still refused.
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

/** The cells of a block, row by row, as Excel accepts them. */
export function cellsOf({ block, values, gaps }: Omit<BlockWrite, 'rect'>): unknown[][] {
  const setting = settingNamed(block.name);
  const toValue = (value: number) => (setting ? shownAs(setting, value) : toCell(value));
  return toRows(block, values).map((cells) => cells.map((value) => (value === null ? gaps : toValue(value))));
}

/** Queues writing a text; an empty one leaves a blank cell. */
export async function writeText(
  requests: Requests,
  sheet: Excel.Worksheet,
  block: Block,
  text: string,
): Promise<void> {
  await requests.room(2 * BYTES.call + bytesOfText(text));
  rangeOf(sheet, block).values = [[textCell(block, text)]];
}

/**
 * A class may be called 7: the apostrophe, which Excel removes, makes it text. Message cells have text
 * format.
 */
export function textCell({ role }: Block, text: string): string {
  return role === 'predicted' && text ? `'${text}` : text;
}

/**
 * Queues writing back texts and blanks that were typed while one of our writes was on its way and overwrote
 * them: typed contents count, so they must be found and refused. (Numbers need not be written back; the
 * engine takes them.)
 */
export function rewriteTexts(context: Excel.RequestContext, edits: readonly Edit[]): void {
  for (const { worksheetId, address, typed } of edits) {
    // The apostrophe, which Excel removes, makes it text whatever it looks like.
    const text = typed === '' ? '' : `'${String(typed)}`;
    context.workbook.worksheets.getItem(worksheetId).getRange(address).values = [[text]];
  }
}

/** Consecutive cells in one row of a block, relative to its first cell. */
export interface CellRun {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
}

/** Bytes of highlighting such cells, or of removing the highlight. */
export const RUN_BYTES = 6 * BYTES.call;

/** Queues highlighting cells without a usable number. */
export function markCells(sheet: Excel.Worksheet, block: Block, run: CellRun): void {
  styleRefused(rangeOfRun(sheet, block, run));
}

/** Queues restoring the normal formatting of highlighted cells. */
export function unmarkCells(sheet: Excel.Worksheet, block: PlannedBlock, run: CellRun): void {
  styleCells(rangeOfRun(sheet, block, run), block);
}

/** By name at the time of writing, so that a row inserted since cannot misdirect numbers. */
function rangeOf(sheet: Excel.Worksheet, block: Block): Excel.Range {
  return untracked(sheet.names.getItem(block.name).getRange());
}

function rangeOfRun(sheet: Excel.Worksheet, block: Block, { row, column, columns }: CellRun): Excel.Range {
  return rangeOf(sheet, block)
    .getCell(row, column)
    .getResizedRange(0, columns - 1);
}

/** Excel's error value for a number that a cell cannot hold. */
const TOO_LARGE = '#NUM!';

function toCell(value: number): number | string {
  return Number.isFinite(value) ? value : TOO_LARGE;
}
