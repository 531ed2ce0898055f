import { siteId } from './site';
import { parseA1, type Rect, sameRect } from '../../notebook/sheet/address';
import { untracked } from '../context';
import { byteBudget, BYTES } from '../requests';
import type { NotebookSheets } from './notebookSheets';
import { askPlaces, isFormulaIn, namedPlaces, type FoundBlock, type Named } from './reader';

/** What is to be read again. */
export interface Again<Block extends Named = Named> {
  /** Blocks with their cells, which are asked for by their names. */
  readonly blocks: readonly Block[];
  /** Also look whether every block stands where it stood. */
  readonly places: boolean;
  /** Blocks that hold what is known of them, if Excel has told of every change: whether they do is looked at, too. */
  readonly checked?: readonly Block[];
}

/**
 * What some blocks hold now, and what the sheets are called: one request.
 * @param before where all blocks stood
 * @returns undefined when something stands elsewhere now, or is gone, or there again, or all of it does not fit into one answer
 */
export async function readAgain(
  context: Excel.RequestContext,
  sheets: NotebookSheets,
  { blocks, places }: Again,
  before: ReadonlyMap<string, FoundBlock>,
): Promise<Map<string, FoundBlock> | undefined> {
  if (answerBytes(blocks, places ? before.size : 0) > byteBudget()) return undefined;
  sheets.ask();
  if (places) askPlaces(sheets);
  const asked = blocks.map((named) => {
    const name = sheets.get(named.key).names.getItemOrNullObject(named.block.name);
    const range = untracked(name.getRangeOrNullObject());
    range.load('address,values,formulas');
    return { id: siteId(named), range };
  });
  await context.sync();
  sheets.answered();
  if (sheets.keys.some((key) => !sheets.isThere(key))) return undefined;
  if (places && !stand(before, namedPlaces(sheets))) return undefined;
  const found = new Map<string, FoundBlock>();
  for (const { id, range } of asked) {
    const rect = before.get(id)?.rect;
    if (!rect || range.isNullObject || !sameRect(rect, parseA1(range.address))) return undefined;
    const rows = range.values as unknown[][];
    found.set(id, { rect, rows, hasFormula: isFormulaIn(range.formulas as unknown[][]) });
  }
  return found;
}

/** Each cell is answered twice: its value and its formula. */
function answerBytes(blocks: readonly Named[], names: number): number {
  const cells = blocks.reduce((sum, { block: { rect } }) => sum + rect.rows * rect.columns, 0);
  return 2 * cells * BYTES.number + blocks.length * BYTES.call + names * BYTES.name;
}

/** Names that somebody else gave do not matter. */
function stand(before: ReadonlyMap<string, FoundBlock>, now: ReadonlyMap<string, Rect>): boolean {
  return [...before].every(([id, { rect }]) => sameRect(rect, now.get(id)));
}
