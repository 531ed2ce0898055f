import type { Site } from './site';
import type { Edit } from './watch';
import { untracked } from '../context';
import { stripsOf } from '../write/mergeRanges';
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
interface Expectations {
  readonly worksheetId: string;
  readonly sheet: Excel.Worksheet;
  readonly blocks: readonly Expected[];
}

interface Look {
  readonly worksheetId: string;
  readonly range: Excel.Range;
  readonly rect: Rect;
  readonly parts: readonly (Expected & { readonly cells: readonly unknown[] })[];
}

/**
 * Checks, as part of another request, whether cells still hold what they are known to hold. Excel does not
 * report every change: choices from validation lists came without an event, in Excel on the web and on
 * Windows (OfficeDev/office-js issues 420, 3888, 4066).
 */
export class CellCheck {
  private readonly looks: readonly Look[];

  /** Queues the check; it does not see what is queued after it. */
  constructor(expectations: readonly Expectations[]) {
    this.looks = expectations.flatMap(({ worksheetId, sheet, blocks }) =>
      stripsOf(blocks.map((block) => ({ ...block, cells: expectedCells(block) }))).map(({ rect, parts }) => {
        const range = rangeOf(sheet, parts[0].site.block, parts.at(-1)!.site.block);
        range.load('address,values');
        return { worksheetId, range, rect, parts };
      }),
    );
  }

  /** After the sync: the changes that Excel did not report, as if it had; an edit for each cell. */
  edits(): Edit[] {
    return this.looks.flatMap(({ worksheetId, range, rect, parts }): Edit[] => {
      const { address } = range;
      if (!sameRect(rect, parseA1(address))) return [{ worksheetId, address, typing: false }];
      return parts.flatMap((part) => {
        const top = part.rect.row - rect.row;
        const rows = range.values.slice(top, top + part.rect.rows) as unknown[][];
        return changesIn(part, rows).map((change) => ({ worksheetId, typing: true, ...change }));
      });
    });
  }
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
  { site: { block }, rect, cells }: Look['parts'][number],
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
