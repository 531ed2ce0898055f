import type { Site } from './site';
import type { Edit } from './watch';
import { untracked } from '../context';
import { BYTES, rowParts, type Requests } from '../requests';
import { stripsOf, type Strip } from '../write/mergeRanges';
import { cellRect, parseA1, sameRect, toA1, type Rect } from '../../notebook/sheet/address';
import { fromRows, type Block } from '../../notebook/sheet/block';
import { asNumber, settingNamed, shownAs } from '../../notebook/sheet/settings';

/** A block, its cells, and what they should hold unless a change was not reported. */
export interface Expected {
  readonly site: Site;
  readonly rect: Rect;
  /** The numbers in its cells; undefined where some are not usable. */
  readonly values?: ArrayLike<number>;
  /** The values last read from its cells. */
  readonly rows: readonly (readonly unknown[])[];
}

/** The blocks of one sheet to check. */
export interface Expectations {
  readonly worksheetId: string;
  readonly sheet: Excel.Worksheet;
  readonly blocks: readonly Expected[];
}

/** A strip of cells being read, in several ranges if one answer cannot hold it. */
interface Look extends Strip<Expected & { readonly cells: readonly unknown[] }> {
  readonly worksheetId: string;
  readonly pieces: readonly { readonly range: Excel.Range; readonly rect: Rect }[];
}

/**
 * Checks, as part of another request, whether cells still hold what they are known to hold. Excel does not
 * report every change: choices from validation lists came without an event, in Excel on the web and on
 * Windows (OfficeDev/office-js issues 420, 3888, 4066).
 */
export class CellCheck {
  private constructor(private readonly looks: readonly Look[]) {}

  /** Queues the check; it does not see what is queued after it. What one answer cannot hold is sent for at once. */
  static async queue(requests: Requests, expectations: readonly Expectations[]): Promise<CellCheck> {
    const looks: Look[] = [];
    for (const { worksheetId, sheet, blocks } of expectations) {
      const strips = stripsOf(blocks.map((block) => ({ ...block, cells: expectedCells(block) })));
      for (const strip of strips)
        looks.push({ worksheetId, ...strip, pieces: await queueStrip(requests, sheet, strip) });
    }
    return new CellCheck(looks);
  }

  /** After the sync: the changes that Excel did not report, as if it had; an edit for each cell. */
  edits(): Edit[] {
    return this.looks.flatMap(({ worksheetId, pieces, rect, parts }): Edit[] => {
      const moved = pieces.find((piece) => !sameRect(piece.rect, parseA1(piece.range.address)));
      if (moved) return [{ worksheetId, address: moved.range.address, typing: false }];
      const all = pieces.flatMap(({ range }) => range.values as unknown[][]);
      return parts.flatMap((part) => {
        const top = part.rect.row - rect.row;
        const rows = all.slice(top, top + part.rect.rows);
        return changesIn(part, rows).map((change) => ({ worksheetId, typing: true, ...change }));
      });
    });
  }
}

/** An upper bound of what a check adds to the answer. */
export function checkBytes(expectations: readonly Expectations[]): number {
  const strips = expectations.flatMap(({ blocks }) => stripsOf(blocks));
  return strips.reduce((sum, { rect }) => sum + rect.rows * bytesPerRow(rect) + BYTES.call, 0);
}

function bytesPerRow({ columns }: Rect): number {
  return columns * BYTES.number;
}

/** Each piece is addressed relative to the range's size: one that has grown is noticed. */
async function queueStrip(
  requests: Requests,
  sheet: Excel.Worksheet,
  { rect, parts }: Strip<Expected>,
): Promise<Look['pieces']> {
  const pieces = [];
  for (const [first, rows] of rowParts(rect.rows, bytesPerRow(rect))) {
    await requests.room(4 * BYTES.call, rows * bytesPerRow(rect) + BYTES.call);
    const whole = rangeOf(sheet, parts[0].site.block, parts.at(-1)!.site.block);
    const range =
      rows === rect.rows
        ? whole
        : untracked(untracked(whole.getResizedRange(rows - rect.rows, 0)).getOffsetRange(first, 0));
    range.load('address,values');
    pieces.push({ range, rect: { ...rect, row: rect.row + first, rows } });
  }
  return pieces;
}

function rangeOf(sheet: Excel.Worksheet, first: Block, last: Block): Excel.Range {
  const named = ({ name }: Block) => untracked(sheet.names.getItem(name).getRange());
  return first === last ? named(first) : untracked(named(first).getBoundingRect(named(last)));
}

function expectedCells({ site: { block }, values, rows }: Expected): readonly unknown[] {
  if (!values) return fromRows(block, rows);
  const setting = settingNamed(block.name);
  return Array.from(values, (value) => (setting ? shownAs(setting, value) : value));
}

function changesIn(
  { site: { block }, rect, cells }: Expected & { readonly cells: readonly unknown[] },
  rows: unknown[][],
): { address: string; typed: unknown }[] {
  const columns = Math.ceil(rect.columns / block.jump);
  return fromRows(block, rows).flatMap((typed, index) => {
    if (isSame(block, typed, cells[index])) return [];
    const row = rect.row + Math.floor(index / columns) * block.jump;
    const column = rect.column + (index % columns) * block.jump;
    return [{ address: toA1(cellRect(row, column)), typed }];
  });
}

/**
 * Relative error up to which numbers count as equal: Excel keeps 15 digits of what is typed, and nothing
 * below 2.2e-308.
 */
const RELATIVE = 1e-14;
const SMALLEST = 1e-300;

function isSame(block: Block, cell: unknown, expected: unknown): boolean {
  if (typeof cell === 'number' && typeof expected === 'number')
    return Math.abs(cell - expected) <= Math.max(RELATIVE * Math.abs(expected), SMALLEST);
  const setting = settingNamed(block.name);
  const [word, known] = setting ? [asNumber(setting, cell), asNumber(setting, expected)] : [];
  return cell === expected || (word !== undefined && word === known);
}
