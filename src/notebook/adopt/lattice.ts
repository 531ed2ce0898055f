import type { Rect } from '../sheet/address';
import { columnOf, idOf, rowOf, type CellId } from './meaning';

/** Cells in equal steps: `rows` times `columns` of them, every `down`-th row and `across`-th column from the first. */
export interface Lattice {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly down: number;
  readonly across: number;
}

/** A cell of a lattice by its place in it, which may be beyond its ends. */
export interface LatticePlace {
  readonly y: number;
  readonly x: number;
}

/** The lattice that exactly these cells fill; undefined if there is none. */
export function latticeOf(cells: readonly CellId[]): Lattice | undefined {
  const ids = new Set(cells);
  const rows = stepsOf([...ids].map(rowOf));
  const columns = stepsOf([...ids].map(columnOf));
  if (!rows || !columns || rows.count * columns.count !== ids.size) return undefined;
  return {
    row: rows.first,
    column: columns.first,
    rows: rows.count,
    columns: columns.count,
    down: rows.step,
    across: columns.step,
  };
}

interface Steps {
  readonly first: number;
  readonly count: number;
  readonly step: number;
}

/** Equal steps through all of these numbers; a single one counts as steps of 1. */
export function stepsOf(numbers: readonly number[]): Steps | undefined {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const step = sorted.length > 1 ? sorted[1] - sorted[0] : 1;
  if (sorted.some((each, index) => each !== sorted[0] + index * step)) return undefined;
  return { first: sorted[0], count: sorted.length, step };
}

/** The cell at a place of the lattice. */
export function cellAt({ row, column, down, across }: Lattice, { y, x }: LatticePlace): CellId {
  return idOf(row + y * down, column + x * across);
}

/** All cells, row by row. */
export function cellsOf(lattice: Lattice): CellId[] {
  return Array.from({ length: lattice.rows * lattice.columns }, (_, index) =>
    cellAt(lattice, { y: Math.floor(index / lattice.columns), x: index % lattice.columns }),
  );
}

/** The place of a cell, also beyond the ends; undefined between two steps. */
export function placeIn({ row, column, down, across }: Lattice, cell: CellId): LatticePlace | undefined {
  const place = { y: (rowOf(cell) - row) / down, x: (columnOf(cell) - column) / across };
  return Number.isInteger(place.y) && Number.isInteger(place.x) ? place : undefined;
}

export function isWithin({ rows, columns }: Lattice, { y, x }: LatticePlace): boolean {
  return y >= 0 && x >= 0 && y < rows && x < columns;
}

/** Its rectangle and the distance of its values; undefined where rows and columns have different distances. */
export function blockOf(lattice: Lattice): { readonly rect: Rect; readonly jump: number } | undefined {
  const { row, column, rows, columns, down, across } = lattice;
  if (rows > 1 && columns > 1 && down !== across) return undefined;
  const jump = rows > 1 ? down : across;
  const rect = { row, column, rows: (rows - 1) * jump + 1, columns: (columns - 1) * jump + 1 };
  return { rect, jump };
}

/** In the order of reading: from top to bottom, then from left to right. */
export function byPlace(a: Lattice, b: Lattice): number {
  return a.row - b.row || a.column - b.column;
}
