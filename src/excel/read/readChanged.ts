import { siteId } from './site';
import { parseA1, type Rect, sameRect } from '../../notebook/sheet/address';
import { untracked } from '../context';
import { byteBudget, BYTES } from '../requests';
import type { NotebookSheets } from './notebookSheets';
import { askPlaces, formulaCells, isFormulaIn, namedPlaces, type FoundBlock, type Named } from './reader';

/** What to read again. */
export interface Again<Block extends Named = Named> {
  /** Blocks whose cells to read, found by their names. */
  readonly blocks: readonly Block[];
  /** Also check whether every block is still at its place. */
  readonly places: boolean;
  /** Blocks whose cells should be as known, if Excel reported every change; they are checked as well. */
  readonly checked?: readonly Block[];
}

/**
 * Reads some blocks and the sheets' names, in one request, or in two where formulas must first be calculated.
 * @param before the places of all blocks until now
 * @returns undefined if a block has moved, is gone, or is back
 */
export async function readAgain(
  context: Excel.RequestContext,
  sheets: NotebookSheets,
  { blocks, places }: Again,
  before: ReadonlyMap<string, FoundBlock>,
): Promise<Map<string, FoundBlock> | undefined> {
  sheets.ask();
  if (places) askPlaces(sheets);
  let asked = queueBlocks(sheets, blocks);
  await context.sync();
  sheets.answered();
  if (sheets.keys.some((key) => !sheets.isThere(key))) return undefined;
  if (places && !stand(before, namedPlaces(sheets))) return undefined;
  if (sheets.isManual && asked.some(({ range }) => !range.isNullObject && isFormulaIn(range.formulas))) {
    sheets.calculate();
    asked = queueBlocks(sheets, blocks);
    await context.sync();
  }
  const found = new Map<string, FoundBlock>();
  for (const { id, range } of asked) {
    const rect = before.get(id)?.rect;
    if (!rect || range.isNullObject || !sameRect(rect, parseA1(range.address))) return undefined;
    const rows = range.values as unknown[][];
    found.set(id, { rect, rows, formulas: formulaCells(range.formulas as unknown[][], rect) });
  }
  return found;
}

function queueBlocks(sheets: NotebookSheets, blocks: readonly Named[]) {
  return blocks.map((named) => {
    const name = sheets.get(named.key).names.getItemOrNullObject(named.block.name);
    const range = untracked(name.getRangeOrNullObject());
    range.load('address,values,formulas');
    return { id: siteId(named), range };
  });
}

/**
 * Whether `readAgain` gets an answer that is not too large. Call it before queueing anything for that request.
 * @param known how many blocks have a known place
 * @param checking bytes of what is checked in the same request
 */
export function fitsOneAnswer({ blocks, places }: Again, known: number, checking: number): boolean {
  return answerBytes(blocks, places ? known : 0) + checking <= byteBudget();
}

/** For each cell the answer has its value and its formula. */
function answerBytes(blocks: readonly Named[], names: number): number {
  const cells = blocks.reduce((sum, { block: { rect } }) => sum + rect.rows * rect.columns, 0);
  return 2 * cells * BYTES.number + blocks.length * BYTES.call + names * BYTES.name;
}

/** Whether all blocks are where they were. Names that the user defined do not matter. */
function stand(before: ReadonlyMap<string, FoundBlock>, now: ReadonlyMap<string, Rect>): boolean {
  return [...before].every(([id, { rect }]) => sameRect(rect, now.get(id)));
}
