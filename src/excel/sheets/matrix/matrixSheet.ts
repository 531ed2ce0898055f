import type { MatrixPlan } from '../../../notebook/matrix';
import type { Content } from '../../../notebook/matrix/sheetDraft';
import { freeze, isInBackground, stayingAt } from '../../front';
import { BYTES, Requests } from '../../requests';
import { writeRows } from '../../write/writer';
import { styleMatrix } from './matrixStyle';
import { MARKS, TOP_LEFT, type Corner, type FoundSheet, type ExtraSheet } from '../extraSheet';
import {
  addSheet,
  COMMENT,
  drawTwice,
  findSheet,
  isUsedWithin,
  loadUsed,
  moveMark,
  sizeInWords,
  wipeBlock,
} from '../drawExtraSheet';

/**
 * Draws a convolution as a matrix. Overwrites the sheet drawn last if it contains nothing else; if the user
 * has written beside the matrix, only a matrix of the same pattern overwrites it, and any other goes to a new
 * sheet.
 * @param place the id of the sheet, undefined when it was never drawn
 * @param title of the notebook
 * @param planAt what to draw, when it begins at a corner
 * @param isBehind the person is at another sheet, and stays there
 * @returns the id of the sheet
 */
export async function drawMatrix(
  context: Excel.RequestContext,
  place: string | undefined,
  title: string,
  planAt: (corner: Corner) => MatrixPlan,
  isBehind = false,
): Promise<string> {
  const own: ExtraSheet = { place, title, kind: KIND };
  const { found, freeName } = await findSheet(context, own);
  if (found?.block) {
    const plan = planAt(found.block);
    const state = await stateOf(context, found);
    if (state.isOurs || (state.isWhole && state.pattern === patternOf(plan.cells))) {
      try {
        await drawTwice(context, () => drawOver(context, found, plan, state.isOurs, isBehind));
      } catch (error) {
        if (isInBackground(error)) throw error;
        // The old matrix is partly gone, and half a matrix is useless: delete the rest.
        found.sheet.delete();
        await context.sync().catch(() => undefined);
        throw error;
      }
      return found.id;
    }
  }
  const plan = planAt(TOP_LEFT);
  const block = { ...TOP_LEFT, rows: plan.cells.length, columns: plan.cells[0].length };
  const added = { kind: KIND, frozen: { columns: plan.leftColumns } } as const;
  return addSheet(context, freeName, added, block, (sheet) =>
    drawAt(new Requests(context, { drawing: true }), sheet, TOP_LEFT, plan),
  );
}

const KIND = 'matrix';

interface SheetState {
  /** Pattern of what was drawn last. */
  readonly pattern: string;
  /** Whether it still has its size; not if rows or columns were inserted. */
  readonly isWhole: boolean;
  /** Whether the sheet contains only what was drawn. */
  readonly isOurs: boolean;
}

async function stateOf(context: Excel.RequestContext, { sheet, block }: FoundSheet): Promise<SheetState> {
  const mark = sheet.names.getItem(MARKS[KIND]);
  const range = mark.getRange();
  mark.load('comment');
  range.load('values');
  const used = loadUsed(sheet);
  await context.sync();
  const pattern = mark.comment.slice(COMMENT.length);
  return {
    pattern,
    isWhole: pattern.startsWith(`${sizeInWords(block!)} `),
    isOurs: isUsedWithin(used, block!) && patternOf(range.values as Content[][]) === pattern,
  };
}

/** Which cells of a block are filled: its size and a hash of their positions. */
function patternOf(cells: readonly (readonly (Content | null)[])[]): string {
  // FNV-1a.
  let hash = 0x811c9dc5;
  cells.forEach((row, down) =>
    row.forEach((content, across) => {
      if (content !== null && content !== '')
        hash = Math.imul(hash ^ (down * row.length + across), 0x01000193) >>> 0;
    }),
  );
  return `${sizeInWords({ rows: cells.length, columns: cells[0].length })} ${hash.toString(36)}`;
}

async function drawOver(
  context: Excel.RequestContext,
  { sheet, block }: FoundSheet,
  plan: MatrixPlan,
  isOurs: boolean,
  isBehind: boolean,
): Promise<void> {
  const { row, column } = block!;
  const requests = new Requests(context, { drawing: true });
  await requests.room(12 * BYTES.call);
  // What Excel refuses in the background comes first, so that then nothing is deleted.
  const freezeLeft = () => freeze(sheet, { columns: column + plan.leftColumns });
  if (isBehind) stayingAt(context, freezeLeft);
  else freezeLeft();
  // If the view was scrolled down, it returns to the beginning.
  if (!isBehind) sheet.getRangeByIndexes(row, column, 1, 1).select();
  wipeBlock(sheet, block!, isOurs ? 'All' : 'Formats');
  moveMark(sheet, KIND, { row, column, rows: plan.cells.length, columns: plan.cells[0].length });
  await drawAt(requests, sheet, block!, plan);
}

async function drawAt(
  requests: Requests,
  sheet: Excel.Worksheet,
  corner: Corner,
  plan: MatrixPlan,
): Promise<void> {
  const { cells } = plan;
  await requests.room(4 * BYTES.call);
  sheet.names.getItem(MARKS[KIND]).comment = COMMENT + patternOf(cells);
  const range = sheet.getRangeByIndexes(corner.row, corner.column, cells.length, cells[0].length);
  await writeRows(requests, () => range, cells as Content[][], 'formulas');
  await styleMatrix(requests, sheet, range, corner, plan);
  await requests.send();
}
