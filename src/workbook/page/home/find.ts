/** Finds the next cell that holds a text, as Excel's Find does at first: in what one would edit, in any case, row by row. */
import type { ICellData, Nullable } from '@univerjs/core';
import type { Grid } from '../../grid/grid';
import { Rect } from '../../addresses/rect';
import { formatOf, textOf, valueOf } from '../../objects/cells/cellValue';
import { goToCell, selected } from './selection';

/** Goes to the next cell of the active sheet, after the active one and round about; false if there is none. */
export function findNext(grid: Grid, text: string): boolean {
  const from = selected(grid);
  const sheet = from && grid.sheet(from.sheetId);
  if (!sheet || text === '') return false;
  const wanted = text.toLowerCase();
  const holds = (cell: Nullable<ICellData>, row: number, column: number) =>
    textsOf(grid, from.sheetId, cell, row, column).some((each) => each.toLowerCase().includes(wanted));
  const all: Rect[] = [];
  sheet.getCellMatrix().forValue((row, column, cell) => {
    if (holds(cell, row, column)) all.push(new Rect(row, column));
  });
  const isAfter = ({ row, column }: Rect) =>
    row > from.cell.row || (row === from.cell.row && column > from.cell.column);
  const found = all.find(isAfter) ?? all.at(0);
  if (found) goToCell(grid, from.sheetId, found);
  return found !== undefined;
}

/** What one may look for: the value, the value as it is shown, the formula. */
function textsOf(
  grid: Grid,
  sheetId: string,
  cell: Nullable<ICellData>,
  row: number,
  column: number,
): string[] {
  const value = valueOf(cell);
  const formula = cell?.f || cell?.si ? grid.calculation.formulaAt(sheetId, row, column) : null;
  const shown = typeof value === 'number' ? [textOf(value, formatOf(grid.style(sheetId, row, column)))] : [];
  return [String(value), ...shown, ...(formula ? [formula] : [])];
}
