import type { ICellData, IStyleData } from '@univerjs/core';

/** Cells by row and column, as Univer's mutations take them. */
export type CellPatches = Record<number, Record<number, ICellData>>;

/** Overwriting a cell's content must also take away whatever else could show there. */
export const BLANK: ICellData = { v: null, t: null, f: null, si: null, p: null };

/** Collects the writes of one batch, so that each sheet is changed, and painted, once. */
export class CellWrites {
  private sheets = new Map<string, CellPatches>();

  get isEmpty(): boolean {
    return this.sheets.size === 0;
  }

  put(sheetId: string, row: number, column: number, patch: ICellData): void {
    let sheet = this.sheets.get(sheetId);
    if (!sheet) this.sheets.set(sheetId, (sheet = {}));
    const cells = (sheet[row] ??= {});
    const earlier = cells[column];
    cells[column] = earlier ? merge(earlier, patch) : patch;
  }

  /** Is a cell about to be written? */
  has(sheetId: string, row: number, column: number): boolean {
    return this.sheets.get(sheetId)?.[row]?.[column] !== undefined;
  }

  take(): Map<string, CellPatches> {
    const taken = this.sheets;
    this.sheets = new Map();
    return taken;
  }

  forget(sheetId: string): void {
    this.sheets.delete(sheetId);
  }
}

function merge(earlier: ICellData, later: ICellData): ICellData {
  const merged = { ...earlier, ...later };
  if (isStyle(earlier.s) && isStyle(later.s)) {
    merged.s = { ...earlier.s, ...later.s };
    if (earlier.s.bd && later.s.bd) merged.s.bd = { ...earlier.s.bd, ...later.s.bd };
  }
  return merged;
}

const isStyle = (style: ICellData['s']): style is IStyleData => typeof style === 'object' && style !== null;
