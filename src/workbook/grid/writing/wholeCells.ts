/** Whole cells, content and format, as undo takes them away and brings them back. */
import type { ICellData, Nullable } from '@univerjs/core';
import { type CellMatrix, NOTICES } from './cellWriter';
import type { CellPatches } from './writes';

/** By row and column; null where there was no cell. */
export type WholeCells = Record<number, Record<number, ICellData | null>>;

/** Puts them back, and returns the cells of Univer's notification. */
export function replaceCells(matrix: CellMatrix, cells: WholeCells): CellPatches {
  return mapCells(cells, (cell, row, column) => {
    if (cell) matrix.setValue(row, column, { ...cell });
    else matrix.realDeleteValue(row, column);
    return NOTICES[cell?.t ?? 0];
  });
}

/** What they change of cells that hold something else. */
export function patchesOf(cells: WholeCells): { cells: CellPatches; hasFormula: boolean } {
  let hasFormula = false;
  const patches = mapCells(cells, (cell) => {
    hasFormula ||= Boolean(cell?.f);
    return contentOf(cell);
  });
  return { cells: patches, hasFormula };
}

const contentOf = (cell: Nullable<ICellData>): ICellData => ({
  v: cell?.v ?? null,
  t: cell?.t ?? null,
  f: cell?.f ?? null,
  si: null,
});

function mapCells<From, To>(
  cells: Record<number, Record<number, From>>,
  map: (cell: From, row: number, column: number) => To,
): Record<number, Record<number, To>> {
  const mapped: Record<number, Record<number, To>> = {};
  for (const row in cells) {
    const mappedRow: Record<number, To> = (mapped[row] = {});
    for (const column in cells[row]) mappedRow[column] = map(cells[row][column], Number(row), Number(column));
  }
  return mapped;
}
