/** Adding, deleting and activating sheets. */
import { mergeWorksheetSnapshotWithDefault } from '@univerjs/core';
import { InsertSheetMutation, RemoveSheetMutation, SetWorksheetActiveOperation } from '@univerjs/sheets';
import { SHEET_DEFAULTS } from '../../grid/excelDefaults';
import type { Grid } from '../../grid/grid';
import { invalidArgument, itemAlreadyExists } from '../../host/errors';
import { texts } from '../../texts';
import type { Book } from '../book';
import { isValidSheetName } from '../names/rules';
import { keepOneVisible } from './visibility';

export function addSheet(book: Book, name: string | null): string {
  const { grid } = book;
  const chosen = name ?? unusedName(grid);
  checkSheetName(grid, chosen, null, 'WorksheetCollection.add');
  const id = `{${crypto.randomUUID().toUpperCase()}}`;
  const sheet = mergeWorksheetSnapshotWithDefault({ ...SHEET_DEFAULTS, id, name: chosen });
  grid.mutate(InsertSheetMutation.id, { index: grid.workbook.getSheets().length, sheet });
  return id;
}

function unusedName(grid: Grid): string {
  const taken = new Set(grid.workbook.getSheets().map((sheet) => sheet.getName().toLowerCase()));
  for (let i = 1; ; i++) if (!taken.has(texts.names.sheet(i).toLowerCase())) return texts.names.sheet(i);
}

/** @throws ExcelError for an invalid name, or one of another sheet than `own`, the one being renamed */
export function checkSheetName(grid: Grid, name: string, own: string | null, location: string): void {
  if (!isValidSheetName(name)) throw invalidArgument(location);
  const taken = grid.workbook
    .getSheets()
    .some((sheet) => sheet.getSheetId() !== own && sheet.getName().toLowerCase() === name.toLowerCase());
  if (taken) throw itemAlreadyExists(location);
}

export function removeSheet(book: Book, sheetId: string): void {
  const { grid } = book;
  keepOneVisible(grid, sheetId, 'Worksheet.delete');
  grid.flush();
  if (grid.workbook.getActiveSheet()?.getSheetId() === sheetId) show(grid, neighbour(grid, sheetId));
  grid.mutate(RemoveSheetMutation.id, { subUnitId: sheetId, subUnitName: grid.sheet(sheetId)?.getName() });
}

/** The visible sheet to the right, otherwise to the left. */
function neighbour(grid: Grid, sheetId: string): string {
  const sheets = grid.workbook.getSheets();
  const at = sheets.findIndex((sheet) => sheet.getSheetId() === sheetId);
  const next = [...sheets.slice(at + 1), ...sheets.slice(0, at).reverse()].find(
    (sheet) => !sheet.isSheetHidden(),
  );
  return next!.getSheetId();
}

/** Activates a sheet in the client of the add-in that asks for it. */
export function activate(grid: Grid, sheetId: string): void {
  const { clients, activeSheet } = grid;
  if (clients.isCoauthorServed) clients.activate(sheetId, activeSheet?.getSheetId() ?? null);
  else show(grid, sheetId);
}

function show(grid: Grid, sheetId: string): void {
  if (grid.workbook.getActiveSheet()?.getSheetId() === sheetId) return;
  grid.asAddin(() =>
    grid.commands.syncExecuteCommand(SetWorksheetActiveOperation.id, {
      unitId: grid.unitId,
      subUnitId: sheetId,
    }),
  );
}
