/**
 * What an add-in writes in one batch, collected, so that each sheet is changed, and painted, once. The other files of this
 * folder bring it into the cells. May import addresses/.
 */
import type { ICellData, IStyleData } from '@univerjs/core';
import type { Rect } from '../../addresses/rect';
import { joinStyles } from './styles';

/** Cells by row and column, as Univer's mutations take them. */
export type CellPatches = Record<number, Record<number, ICellData>>;

/** Overwriting a cell's content must also take away whatever else could show there. */
export const BLANK: ICellData = { v: null, t: null, f: null, si: null, p: null };

/** What has been written to one sheet since the last look. */
export interface SheetWrites {
  readonly cells: CellPatches;
  /** Where content, not only format, was written. */
  readonly content: Rect[];
  hasFormula: boolean;
}

/** What becomes of a cell; null leaves it alone. */
export type CellWriter = (row: number, column: number) => ICellData | null;

/** Collects the writes of one batch, so that each sheet is changed, and painted, once. */
export class CellWrites {
  private sheets = new Map<string, SheetWrites>();

  get isEmpty(): boolean {
    return this.sheets.size === 0;
  }

  put(sheetId: string, target: Rect, write: CellWriter): void {
    let sheet = this.sheets.get(sheetId);
    if (!sheet) this.sheets.set(sheetId, (sheet = { cells: {}, content: [], hasFormula: false }));
    let hasContent = false;
    for (let row = target.row; row <= target.lastRow; row++) {
      const cells = (sheet.cells[row] ??= {});
      for (let column = target.column; column <= target.lastColumn; column++) {
        const patch = write(row, column);
        if (!patch) continue;
        if (isContent(patch)) hasContent = true;
        if (patch.f) sheet.hasFormula = true;
        const earlier = cells[column];
        if (earlier) amend(earlier, patch);
        else cells[column] = { ...patch };
      }
    }
    if (hasContent) note(sheet.content, target);
  }

  /** What is about to be written to a cell. */
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

/** Cells that an add-in writes one by one, down or to the right, are one area. */
function note(areas: Rect[], added: Rect): void {
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
