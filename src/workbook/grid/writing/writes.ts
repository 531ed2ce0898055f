/**
 * Collects what an add-in writes in one batch, so that each sheet is changed, and painted, once.
 *
 * writing/ is for bringing writes into cells. May import addresses/ and grid/ranges.ts.
 */
import type { ICellData, IStyleData } from '@univerjs/core';
import type { Rect } from '../../addresses/rect';
import { joinStyles } from './styles';

/** Cells by row and column, as Univer's mutations take them. */
export type CellPatches = Record<number, Record<number, ICellData>>;

/** Content that clears a cell, formulas and rich text included. */
export const BLANK: ICellData = { v: null, t: null, f: null, si: null, p: null };

/** What has been written to one sheet since the last flush. */
export interface SheetWrites {
  readonly cells: CellPatches;
  /** Areas where content was written, not only format. */
  readonly content: readonly Rect[];
  readonly hasFormula: boolean;
}

/** The same while it is collected. */
interface QueuedWrites extends SheetWrites {
  readonly content: Rect[];
  hasFormula: boolean;
}

/** The change of a cell; null leaves it alone. */
export type CellWriter = (row: number, column: number) => ICellData | null;

export class CellWrites {
  private sheets = new Map<string, QueuedWrites>();

  /** All or nothing: if `write` fails for a cell, nothing is queued. */
  put(sheetId: string, target: Rect, write: CellWriter): void {
    const patches = target.map(write);
    let sheet = this.sheets.get(sheetId);
    if (!sheet) this.sheets.set(sheetId, (sheet = { cells: {}, content: [], hasFormula: false }));
    let hasContent = false;
    for (let row = target.row; row <= target.lastRow; row++) {
      const cells = (sheet.cells[row] ??= {});
      for (let column = target.column; column <= target.lastColumn; column++) {
        const patch = patches[row - target.row][column - target.column];
        if (!patch) continue;
        if (isContent(patch)) hasContent = true;
        if (patch.f) sheet.hasFormula = true;
        const earlier = cells[column];
        if (earlier) amend(earlier, patch);
        else cells[column] = { ...patch };
      }
    }
    if (hasContent) addArea(sheet.content, target);
  }

  /** The queued change of a cell. */
  at(sheetId: string, row: number, column: number): ICellData | undefined {
    return this.sheets.get(sheetId)?.cells[row]?.[column];
  }

  take(): Map<string, SheetWrites> {
    const taken = this.sheets;
    this.sheets = new Map();
    return taken;
  }
}

export const isContent = (patch: ICellData) => patch.v !== undefined || patch.f !== undefined;

export const pieceOf = (patch: ICellData | undefined): IStyleData | undefined =>
  typeof patch?.s === 'object' && patch.s !== null ? patch.s : undefined;

function amend(earlier: ICellData, later: ICellData): void {
  const before = pieceOf(earlier);
  const piece = pieceOf(later);
  Object.assign(earlier, later);
  if (before) earlier.s = piece ? joinStyles(before, piece) : before;
}

/** Cells that an add-in writes one by one, downwards or to the right, are merged into one area. */
function addArea(areas: Rect[], added: Rect): void {
  const last = areas.at(-1);
  if (
    last &&
    last.column === added.column &&
    last.columns === added.columns &&
    last.lastRow + 1 === added.row
  )
    areas[areas.length - 1] = last.resized(last.rows + added.rows, last.columns);
  else if (last && last.row === added.row && last.rows === added.rows && last.lastColumn + 1 === added.column)
    areas[areas.length - 1] = last.resized(last.rows, last.columns + added.columns);
  else areas.push(added);
}
