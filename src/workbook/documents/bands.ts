/**
 * The cells of some rows, as they are kept. Most cells are numbers, and written many times a second while something computes:
 * these are kept as arrays of numbers, which cost a tenth of what text costs; all others as JSON.
 */
import {
  CellValueType,
  type ICellData,
  type IObjectMatrixPrimitiveType,
  type Nullable,
} from '@univerjs/core';

export type Rows = IObjectMatrixPrimitiveType<ICellData>;

/** So many rows of a sheet are one band. */
export const BAND_ROWS = 64;

export interface Band {
  /** Row and column of each number, one after the other. */
  readonly places: Int32Array;
  readonly values: Float64Array;
  /** Which of `looks` each number has. */
  readonly styles: Int32Array;
  /** Ids of styles; undefined for a cell without one. */
  readonly looks: readonly (string | undefined)[];
  /** JSON of all cells that are not plain numbers. */
  readonly others: string;
}

/** The rows of each band that has any. */
export function bandsOf(rows: Rows): Map<number, number[]> {
  const bands = new Map<number, number[]>();
  for (const key of Object.keys(rows)) {
    const band = Math.floor(Number(key) / BAND_ROWS);
    const members = bands.get(band);
    if (members) members.push(Number(key));
    else bands.set(band, [Number(key)]);
  }
  return bands;
}

export function packed(cells: Rows, rows: readonly number[]): Band {
  const places: number[] = [];
  const values: number[] = [];
  const styles: number[] = [];
  const looks = new Map<string | undefined, number>();
  const others: Rows = {};
  for (const row of rows) {
    const columns = cells[row];
    for (const key in columns) {
      const column = Number(key);
      const cell = columns[column];
      if (!isPlainNumber(cell)) {
        (others[row] ??= {})[column] = cell;
        continue;
      }
      const style = cell.s ?? undefined;
      let look = looks.get(style);
      if (look === undefined) looks.set(style, (look = looks.size));
      places.push(row, column);
      values.push(cell.v);
      styles.push(look);
    }
  }
  return {
    places: Int32Array.from(places),
    values: Float64Array.from(values),
    styles: Int32Array.from(styles),
    looks: [...looks.keys()],
    others: JSON.stringify(others),
  };
}

/** Puts the cells of a band where they belong. */
export function unpacked({ places, values, styles, looks, others }: Band, into: Rows): void {
  Object.assign(into, JSON.parse(others) as Rows);
  values.forEach((v, i) => {
    const s = looks[styles[i]];
    const row = (into[places[2 * i]] ??= {});
    row[places[2 * i + 1]] = { v, t: CellValueType.NUMBER, ...(s !== undefined && { s }) };
  });
}

interface PlainNumber {
  readonly v: number;
  readonly s?: string | null;
}

/** Whether a cell is nothing but a number with a registered style. */
function isPlainNumber(cell: Nullable<ICellData>): cell is ICellData & PlainNumber {
  if (!cell || typeof cell.v !== 'number' || cell.t !== CellValueType.NUMBER) return false;
  if (cell.s !== undefined && cell.s !== null && typeof cell.s !== 'string') return false;
  for (const key in cell) {
    if (key === 'v' || key === 't' || key === 's') continue;
    if (cell[key as keyof ICellData] !== undefined && cell[key as keyof ICellData] !== null) return false;
  }
  return true;
}
