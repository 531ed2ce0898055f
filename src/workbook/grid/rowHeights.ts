/**
 * Row heights adjust automatically only where Excel's do: for wrapped text and for large fonts. Univer also enlarges rows
 * for the lists of data validation, and does nothing for fonts that an add-in sets.
 */
import { BooleanNumber, type IStyleData, WrapStrategy } from '@univerjs/core';
import {
  type ISetWorksheetRowAutoHeightMutationParams,
  SetWorksheetRowAutoHeightMutation,
} from '@univerjs/sheets';
import type { Rect } from '../addresses/rect';
import { FONT } from './excelDefaults';
import type { Grid } from './grid';

export function keepRowHeights(grid: Grid): void {
  grid.commands.beforeCommandExecuted((info) => {
    if (info.id !== SetWorksheetRowAutoHeightMutation.id) return;
    const params = info.params as ISetWorksheetRowAutoHeightMutationParams;
    params.rowsAutoHeightInfo = params.rowsAutoHeightInfo.filter(
      // Shrinking is always allowed.
      ({ row, autoHeight }) =>
        (autoHeight ?? 0) <= usualHeight(grid, params.subUnitId) || needsRoom(grid, params.subUnitId, row),
    );
  });
}

/** By sheet, the rows whose fonts were changed since the last flush. */
const unfitted = new WeakMap<Grid, Map<string, Set<number>>>();

/**
 * Makes the rows of an area as high as their largest fonts need, unless a height was set; wrapped text may need more than
 * that, so it never makes those lower. Done with the next flush, for all rows at once.
 */
export function fitRowsToFonts(grid: Grid, sheetId: string, { row: first, rows }: Rect): void {
  const sheets = unfitted.get(grid) ?? new Map<string, Set<number>>();
  if (!unfitted.has(grid)) {
    unfitted.set(grid, sheets);
    grid.afterFlush(() => {
      unfitted.delete(grid);
      for (const [id, changed] of sheets) fit(grid, id, changed);
    });
  }
  const changed = sheets.get(sheetId) ?? new Set();
  for (let row = first; row < first + rows; row++) changed.add(row);
  sheets.set(sheetId, changed);
}

function fit(grid: Grid, sheetId: string, rows: Iterable<number>): void {
  const sheet = grid.sheet(sheetId);
  if (!sheet) return;
  const rowsAutoHeightInfo: { row: number; autoHeight: number }[] = [];
  for (const row of rows) {
    if (row >= sheet.getRowCount() || sheet.getRowManager().getRow(row)?.ia === BooleanNumber.FALSE) continue;
    const styles = stylesOf(grid, sheetId, row);
    const height = sheet.getRowHeight(row);
    const needed = heightFor(Math.max(FONT.points, ...styles.map(({ fs }) => fs ?? 0)));
    const autoHeight = styles.some(isWrapped) ? Math.max(height, needed) : needed;
    if (autoHeight !== height) rowsAutoHeightInfo.push({ row, autoHeight });
  }
  if (rowsAutoHeightInfo.length > 0)
    grid.mutate(SetWorksheetRowAutoHeightMutation.id, { subUnitId: sheetId, rowsAutoHeightInfo });
}

/** Pixels of a row for Calibri of so many points: Excel's 20 for 11, 25 for 14, 28 for 16, 35 for 20, 42 for 24, 123 for 72. */
const heightFor = (points: number) => Math.floor(1.7 * points + 1.3);

function usualHeight(grid: Grid, sheetId: string): number {
  return grid.sheet(sheetId)?.getConfig().defaultRowHeight ?? 0;
}

function needsRoom(grid: Grid, sheetId: string, row: number): boolean {
  return stylesOf(grid, sheetId, row).some((style) => isWrapped(style) || (style.fs ?? 0) > FONT.points);
}

const isWrapped = ({ tb }: IStyleData) => tb === WrapStrategy.WRAP;

function stylesOf(grid: Grid, sheetId: string, row: number): IStyleData[] {
  const columns = Object.keys(grid.sheet(sheetId)?.getCellMatrix().getRow(row) ?? {});
  return columns.map((column) => grid.style(sheetId, row, Number(column)));
}
