/** Whole cells in little memory, for the many that hold a number and nothing else. */
import type { ICellData } from '@univerjs/core';
import { CellValueType } from '@univerjs/core';
import type { WholeCells } from './wholeCells';

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

export function packed(cells: WholeCells): PackedCells {
  const all = Object.entries(cells).flatMap(([row, columns]) =>
    Object.entries(columns).map(([column, cell]) => ({ row: Number(row), column: Number(column), cell })),
  );
  return {
    rows: Uint32Array.from(all, ({ row }) => row),
    columns: Uint16Array.from(all, ({ column }) => column),
    numbers: Float64Array.from(all, ({ cell }) => (isPlain(cell) ? cell.v : 0)),
    styles: all.map(({ cell }) => (isPlain(cell) ? cell.s : undefined)),
    others: new Map(all.flatMap(({ cell }, index) => (isPlain(cell) ? [] : [[index, cell]]))),
  };
}

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

/** The keys of a cell that holds a number. */
const PLAIN: ReadonlySet<string> = new Set(['v', 't', 's']);

function isPlain(cell: ICellData | null): cell is ICellData & { v: number } {
  if (!cell || cell.t !== CellValueType.NUMBER || typeof cell.v !== 'number') return false;
  return Object.entries(cell).every(([key, value]) => PLAIN.has(key) || value == null);
}
