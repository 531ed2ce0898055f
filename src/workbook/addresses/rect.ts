/**
 * Rectangles of cells on a worksheet, and their arithmetic. Zero-based, with sizes instead of ends.
 *
 * addresses/ is for references to cells, which need no workbook; it imports nothing.
 */
/** Excel's limits of a worksheet. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Rows or columns that are inserted or deleted. */
export type StructuralChange = 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted';

/** The direction in which other cells move when cells are inserted or deleted. */
export type CellShift = 'Down' | 'Right' | 'Up' | 'Left';

/** An immutable rectangle. */
export class Rect {
  static readonly WHOLE_SHEET = new Rect(0, 0, MAX_ROWS, MAX_COLUMNS);

  constructor(
    readonly row: number,
    readonly column: number,
    readonly rows = 1,
    readonly columns = 1,
  ) {}

  /** The rectangle between two opposite corners, given in any order. */
  static between(row1: number, column1: number, row2: number, column2: number): Rect {
    return new Rect(
      Math.min(row1, row2),
      Math.min(column1, column2),
      Math.abs(row1 - row2) + 1,
      Math.abs(column1 - column2) + 1,
    );
  }

  get lastRow(): number {
    return this.row + this.rows - 1;
  }

  get lastColumn(): number {
    return this.column + this.columns - 1;
  }

  get cellCount(): number {
    return this.rows * this.columns;
  }

  get isSingleCell(): boolean {
    return this.rows === 1 && this.columns === 1;
  }

  get isWholeRows(): boolean {
    return this.columns === MAX_COLUMNS;
  }

  get isWholeColumns(): boolean {
    return this.rows === MAX_ROWS;
  }

  get isInsideSheet(): boolean {
    return (
      this.row >= 0 &&
      this.column >= 0 &&
      this.rows > 0 &&
      this.columns > 0 &&
      this.lastRow < MAX_ROWS &&
      this.lastColumn < MAX_COLUMNS
    );
  }

  equals({ row, column, rows, columns }: Rect): boolean {
    return this.row === row && this.column === column && this.rows === rows && this.columns === columns;
  }

  containsCell(row: number, column: number): boolean {
    return row >= this.row && row <= this.lastRow && column >= this.column && column <= this.lastColumn;
  }

  contains(other: Rect): boolean {
    return this.containsCell(other.row, other.column) && this.containsCell(other.lastRow, other.lastColumn);
  }

  /** Whether the two have a cell in common. */
  touches(other: Rect): boolean {
    return (
      Math.max(this.row, other.row) <= Math.min(this.lastRow, other.lastRow) &&
      Math.max(this.column, other.column) <= Math.min(this.lastColumn, other.lastColumn)
    );
  }

  intersection(other: Rect): Rect | null {
    if (!this.touches(other)) return null;
    return Rect.between(
      Math.max(this.row, other.row),
      Math.max(this.column, other.column),
      Math.min(this.lastRow, other.lastRow),
      Math.min(this.lastColumn, other.lastColumn),
    );
  }

  /** What is left without the cells of another: above, left, right and below. */
  without(other: Rect): Rect[] {
    const gap = this.intersection(other);
    if (!gap) return [this];
    const beside = (column: number, columns: number) => new Rect(gap.row, column, gap.rows, columns);
    return [
      this.resized(gap.row - this.row, this.columns),
      beside(this.column, gap.column - this.column),
      beside(gap.lastColumn + 1, this.lastColumn - gap.lastColumn),
      this.below(gap.lastRow + 1 - this.row),
    ].filter(({ rows, columns }) => rows > 0 && columns > 0);
  }

  /** The smallest rectangle that contains both. */
  union(other: Rect): Rect {
    return Rect.between(
      Math.min(this.row, other.row),
      Math.min(this.column, other.column),
      Math.max(this.lastRow, other.lastRow),
      Math.max(this.lastColumn, other.lastColumn),
    );
  }

  offset(rows: number, columns: number): Rect {
    return new Rect(this.row + rows, this.column + columns, this.rows, this.columns);
  }

  /** The same first cell, with another size. */
  resized(rows: number, columns: number): Rect {
    return new Rect(this.row, this.column, rows, columns);
  }

  get firstCell(): Rect {
    return this.resized(1, 1);
  }

  get lastCell(): Rect {
    return new Rect(this.lastRow, this.lastColumn);
  }

  /** One of its rows or columns, from 0. */
  rowAt(index: number): Rect {
    return new Rect(this.row + index, this.column, 1, this.columns);
  }

  columnAt(index: number): Rect {
    return new Rect(this.row, this.column + index, this.rows, 1);
  }

  /** Without its first rows. */
  below(rows: number): Rect {
    return new Rect(this.row + rows, this.column, this.rows - rows, this.columns);
  }

  get entireRows(): Rect {
    return new Rect(this.row, 0, this.rows, MAX_COLUMNS);
  }

  get entireColumns(): Rect {
    return new Rect(0, this.column, MAX_ROWS, this.columns);
  }

  /** With rows and columns swapped. */
  get transposed(): Rect {
    return new Rect(this.column, this.row, this.columns, this.rows);
  }

  /** Row by row. */
  *cells(): Iterable<readonly [row: number, column: number]> {
    for (let row = this.row; row <= this.lastRow; row++)
      for (let column = this.column; column <= this.lastColumn; column++) yield [row, column];
  }

  /** The results of `read` for each cell, row by row. */
  map<T>(read: (row: number, column: number) => T): T[][] {
    return Array.from({ length: this.rows }, (_, i) =>
      Array.from({ length: this.columns }, (__, j) => read(this.row + i, this.column + j)),
    );
  }

  /** Where it is after rows or columns `at` have been inserted or deleted; null if all of it is gone. */
  shifted(change: StructuralChange, at: Rect): Rect | null {
    const sign = change.endsWith('Inserted') ? 1 : -1;
    if (change.startsWith('Row')) {
      const rows = shiftedLines(this.row, this.rows, at.row, sign * at.rows);
      return rows && new Rect(rows.start, this.column, rows.count, this.columns);
    }
    const columns = shiftedLines(this.column, this.columns, at.column, sign * at.columns);
    return columns && new Rect(this.row, columns.start, this.rows, columns.count);
  }

  /**
   * Its position after cells `at` have been inserted (others move down or right) or deleted (up or left);
   * null if all of it is gone. A rectangle only partly in the way stays, like a reference in Excel.
   */
  shiftedByCells(shift: CellShift, at: Rect): Rect | null {
    if (shift === 'Down' || shift === 'Up') {
      const isInTheWay = this.column >= at.column && this.lastColumn <= at.lastColumn;
      return isInTheWay ? this.shifted(shift === 'Down' ? 'RowInserted' : 'RowDeleted', at) : this;
    }
    const isInTheWay = this.row >= at.row && this.lastRow <= at.lastRow;
    return isInTheWay ? this.shifted(shift === 'Right' ? 'ColumnInserted' : 'ColumnDeleted', at) : this;
  }

  /** Its position after the cells of one area have been moved onto another; null if it is overwritten. */
  movedWith(from: Rect, to: Rect): Rect | null {
    if (from.contains(this)) return this.offset(to.row - from.row, to.column - from.column);
    return to.contains(this) ? null : this;
  }
}

/** Rows or columns after `change` lines were inserted (above 0) or deleted; null if none are left. */
function shiftedLines(start: number, count: number, at: number, change: number) {
  if (change > 0) {
    if (at <= start) return { start: start + change, count };
    return { start, count: at < start + count ? count + change : count };
  }
  const gone = -change;
  const before = Math.min(Math.max(start - at, 0), gone);
  const inside = Math.max(0, Math.min(start + count, at + gone) - Math.max(start, at));
  return inside === count ? null : { start: start - before, count: count - inside };
}
