/** What happens to whole sheets, shared by worksheet and collection. */
import { type IWorksheetData, generateRandomId, mergeWorksheetSnapshotWithDefault } from '@univerjs/core';
import { InsertSheetMutation, RemoveSheetMutation, SetWorksheetActiveOperation } from '@univerjs/sheets';
import type { Grid } from '../../grid/grid';
import { ExcelError, invalidArgument, itemAlreadyExists } from '../../host/errors';
import type { Book } from '../book';

/** A fresh sheet, in Excel's measures: columns of 64 and rows of 20 pixels. It grows when something reaches further. */
export const SHEET_DEFAULTS: Partial<IWorksheetData> = {
  rowCount: 200,
  columnCount: 200,
  defaultColumnWidth: 64,
  defaultRowHeight: 20,
};

export function addSheet(book: Book, name: string | null): string {
  const { grid } = book;
  const chosen = name ?? unusedName(grid);
  checkSheetName(grid, chosen, null, 'WorksheetCollection.add');
  const id = `{${generateRandomId(8)}}`;
  const sheet = mergeWorksheetSnapshotWithDefault({ ...SHEET_DEFAULTS, id, name: chosen });
  grid.mutate(InsertSheetMutation.id, { index: grid.workbook.getSheets().length, sheet });
  return id;
}

function unusedName(grid: Grid): string {
  const taken = new Set(grid.workbook.getSheets().map((sheet) => sheet.getName().toLowerCase()));
  for (let i = 1; ; i++) if (!taken.has(`sheet${i}`)) return `Sheet${i}`;
}

/** Excel's rules for the name of a sheet; `own` is the sheet that is being renamed. */
export function checkSheetName(grid: Grid, name: string, own: string | null, location: string): void {
  if (name === '' || name.length > 31 || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name))
    throw invalidArgument(location);
  const taken = grid.workbook
    .getSheets()
    .some((sheet) => sheet.getSheetId() !== own && sheet.getName().toLowerCase() === name.toLowerCase());
  if (taken) throw itemAlreadyExists(location);
}

export function removeSheet(book: Book, sheetId: string): void {
  const { grid } = book;
  const visible = grid.workbook
    .getSheets()
    .filter((sheet) => !sheet.isSheetHidden() && sheet.getSheetId() !== sheetId);
  if (visible.length === 0) {
    throw new ExcelError(
      'InvalidOperation',
      'A workbook must contain at least one visible worksheet.',
      'Worksheet.delete',
    );
  }
  grid.flush();
  if (grid.workbook.getActiveSheet()?.getSheetId() === sheetId) activate(grid, neighbour(grid, sheetId));
  grid.mutate(RemoveSheetMutation.id, { subUnitId: sheetId, subUnitName: grid.sheet(sheetId)?.getName() });
}

/** The visible sheet to the right, else to the left. */
function neighbour(grid: Grid, sheetId: string): string {
  const sheets = grid.workbook.getSheets();
  const at = sheets.findIndex((sheet) => sheet.getSheetId() === sheetId);
  const next = [...sheets.slice(at + 1), ...sheets.slice(0, at).reverse()].find(
    (sheet) => !sheet.isSheetHidden(),
  );
  return next!.getSheetId();
}

export function activate(grid: Grid, sheetId: string): void {
  if (grid.workbook.getActiveSheet()?.getSheetId() === sheetId) return;
  grid.asAddin(() =>
    grid.commands.syncExecuteCommand(SetWorksheetActiveOperation.id, {
      unitId: grid.unitId,
      subUnitId: sheetId,
    }),
  );
}
