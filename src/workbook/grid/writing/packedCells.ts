/** Whole cells in little memory, for the many that hold a number and nothing else. */
import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import type { CellMatrix } from './cellWriter';
import type { WholeCells } from './wholeCells';
import type { CellPatches } from './writes';

/** In the order of rows, then of columns. */
export interface PackedCells {
  readonly rows: Uint32Array;
  readonly columns: Uint16Array;
  readonly numbers: Float64Array;
  /** The style of each; undefined where a number has none. */
  readonly styles: readonly ICellData['s'][];
  /** By place in the arrays, what is more than a number with a style, or none. */
  readonly others: ReadonlyMap<number, ICellData | null>;
}

/**
 * Copies of the cells that patches are for, as they are now.
 * @param formulaAt the formula of a cell, also where Univer shares one among several
 */
export function packedAt(
  matrix: CellMatrix,
  patches: CellPatches,
  formulaAt: (row: number, column: number) => string | null,
): PackedCells {
  const count = countOf(patches);
  const [rows, columns, numbers] = [new Uint32Array(count), new Uint16Array(count), new Float64Array(count)];
  const styles = new Array<ICellData['s']>(count);
  const others = new Map<number, ICellData | null>();
  let place = 0;
  for (const rowText in patches) {
    const row = Number(rowText);
    const present = matrix.getRow(row);
    for (const columnText in patches[row]) {
      const column = Number(columnText);
      const cell = present?.[column];
      [rows[place], columns[place]] = [row, column];
      if (isPlain(cell)) [numbers[place], styles[place]] = [cell.v, cell.s];
      else others.set(place, cell ? copied(cell, () => formulaAt(row, column)) : null);
      place += 1;
    }
  }
  return { rows, columns, numbers, styles, others };
}

function countOf(patches: CellPatches): number {
  let count = 0;
  for (const row in patches) count += Object.keys(patches[row]).length;
  return count;
}

const copied = (cell: ICellData, formula: () => string | null): ICellData =>
  cell.si ? { ...cell, si: null, f: formula() } : { ...cell };

export function unpacked({ rows, columns, numbers, styles, others }: PackedCells): WholeCells {
  const cells: WholeCells = {};
  rows.forEach((row, index) => {
    const style = styles[index];
    const other = others.get(index);
    (cells[row] ??= {})[columns[index]] =
      other !== undefined
        ? other
        : { v: numbers[index], t: CellValueType.NUMBER, ...(style !== undefined && { s: style }) };
  });
  return cells;
}

/** Whether a cell holds a number, with a style or without, and nothing else. */
function isPlain(cell: Nullable<ICellData>): cell is ICellData & { v: number } {
  if (!cell || cell.t !== CellValueType.NUMBER || typeof cell.v !== 'number') return false;
  for (const key in cell)
    if (key !== 'v' && key !== 't' && key !== 's' && cell[key as keyof ICellData] != null) return false;
  return true;
}
