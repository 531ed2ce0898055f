import type { SheetCells } from '../../../../src/notebook/adopt/readSheet';
import { columnName, parseA1, type Cell } from '../../../../src/notebook/sheet/address';

/** A sheet that is typed cell by cell. */
export class Grid {
  private readonly cells = new Map<string, unknown>();
  private rows = 0;
  private columns = 0;

  /** Types into a cell, zero-based. */
  put({ row, column }: Cell, content: number | string): void {
    this.cells.set(`${row} ${column}`, content);
    this.rows = Math.max(this.rows, row + 1);
    this.columns = Math.max(this.columns, column + 1);
  }

  /** Types rows from a cell on. */
  type(address: string, rows: readonly (readonly (number | string)[])[]): void {
    const { row, column } = parseA1(address);
    rows.forEach((cells, down) =>
      cells.forEach((content, right) => this.put({ row: row + down, column: column + right }, content)),
    );
  }

  /** All that was typed, as rows from A1 on. */
  contents(): (number | string)[][] {
    return Array.from({ length: this.rows }, (_, row) =>
      Array.from(
        { length: this.columns },
        (__, column) => (this.cells.get(`${row} ${column}`) ?? '') as number | string,
      ),
    );
  }

  /** As it is read from a sheet before its formulas were computed. */
  read(name: string): SheetCells {
    const contents = this.contents();
    return { name, values: contents, formulas: contents };
  }
}

/** "AD11", or "$AD$11" if it is fixed. */
export function cellName({ row, column }: Cell, isFixed = false): string {
  return isFixed ? `$${columnName(column)}$${row + 1}` : `${columnName(column)}${row + 1}`;
}

/** "A2:C4". */
export function areaName({ row, column }: Cell, rows: number, columns: number, isFixed = false): string {
  const last = { row: row + rows - 1, column: column + columns - 1 };
  return `${cellName({ row, column }, isFixed)}:${cellName(last, isFixed)}`;
}
