/**
 * Row heights adjust automatically only where Excel's do: for wrapped text and for large fonts. Univer also enlarges rows
 * for the lists of data validation.
 */
import { type IStyleData, WrapStrategy } from '@univerjs/core';
import {
  type ISetWorksheetRowAutoHeightMutationParams,
  SetWorksheetRowAutoHeightMutation,
} from '@univerjs/sheets';
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

function usualHeight(grid: Grid, sheetId: string): number {
  return grid.sheet(sheetId)?.getConfig().defaultRowHeight ?? 0;
}

function needsRoom(grid: Grid, sheetId: string, row: number): boolean {
  const columns = Object.keys(grid.sheet(sheetId)?.getCellMatrix().getRow(row) ?? {});
  return columns.some((column) => isTall(grid.style(sheetId, row, Number(column))));
}

function isTall({ tb, fs }: IStyleData): boolean {
  return tb === WrapStrategy.WRAP || (fs ?? FONT.points) > FONT.points;
}
