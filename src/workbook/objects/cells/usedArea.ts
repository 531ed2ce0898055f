/** Which cells of a sheet are in use. */
import { Rect } from '../../addresses/rect';
import type { Grid } from '../../grid/grid';
import { valueOf } from './cellValue';

/** The smallest area around cells in use; a format counts as use unless only values are asked for. */
export function usedArea(grid: Grid, sheetId: string, within: Rect, valuesOnly: boolean): Rect | null {
  const sheet = grid.sheet(sheetId);
  if (!sheet) return null;
  grid.flush();
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  const matrix = sheet.getCellMatrix();
  const end = Math.min(within.lastRow, matrix.getLength() - 1);
  for (let row = within.row; row <= end; row++) {
    const cells = matrix.getRow(row);
    for (const key in cells) {
      const column = Number(key);
      const cell = cells[column];
      if (column < within.column || column > within.lastColumn) continue;
      if (valueOf(cell) === '' && !cell?.f && !cell?.si && (valuesOnly || !cell?.s)) continue;
      top = Math.min(top, row);
      bottom = row;
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  return bottom < 0 ? null : within.intersection(new Rect(top, left, bottom - top + 1, right - left + 1));
}
