/** References to a deleted sheet become #REF! for good: a later sheet of the same name is another sheet. */
import { quoteSheet } from '../../addresses/a1';
import { Rect } from '../../addresses/rect';
import type { Grid } from '../../grid/grid';
import { BLANK } from '../../grid/writing/writes';

const CELLS = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`;

export function breakReferences(grid: Grid, deletedId: string): void {
  const deleted = grid.sheet(deletedId);
  if (!deleted || !grid.calculation.hasFormulas) return;
  const prefix = `${quoteSheet(deleted.getName())}!`;
  const reference = new RegExp(`(^|[^\\p{L}\\p{N}_.'])${escaped(prefix)}(${CELLS}(:${CELLS})?)?`, 'giu');
  for (const sheet of grid.workbook.getSheets()) {
    const sheetId = sheet.getSheetId();
    if (sheetId === deletedId) continue;
    sheet.getCellMatrix().forValue((row, column, cell) => {
      if (!cell?.f?.includes('!')) return;
      const f = cell.f.replace(reference, '$1#REF!');
      if (f !== cell.f) grid.put(sheetId, new Rect(row, column), () => ({ ...BLANK, si: cell.si, f }));
    });
  }
  grid.flush();
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
