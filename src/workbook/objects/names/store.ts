/** Defined names as Univer keeps them: its commands move them along with inserted and deleted cells. */
import { RemoveDefinedNameMutation, SetDefinedNameMutation } from '@univerjs/engine-formula';
import { type Area, columnIndex, parseArea, splitSheet } from '../../addresses/a1';
import type { Grid } from '../../grid/grid';
import { type StoredName, nameIndex } from './nameIndex';

/** Names of this scope; null is the workbook. */
export const namesOf = (grid: Grid, scope: string | null): StoredName[] => nameIndex(grid).of(scope);

export function storeName(grid: Grid, name: StoredName): void {
  grid.mutate(SetDefinedNameMutation.id, { ...name });
}

export function dropName(grid: Grid, name: StoredName): void {
  grid.mutate(RemoveDefinedNameMutation.id, { ...name });
}

/** A sheet that goes takes its own names with it; names of the workbook lose their cells. */
export function forgetNamesOf(grid: Grid, sheetId: string): void {
  const title = grid.sheet(sheetId)?.getName();
  for (const name of namesOf(grid, sheetId)) dropName(grid, name);
  const scopes = [null, ...grid.workbook.getSheets().map((sheet) => sheet.getSheetId())];
  for (const name of scopes.flatMap((scope) => namesOf(grid, scope))) {
    if (splitSheet(name.formulaOrRefString).sheet === title)
      storeName(grid, { ...name, formulaOrRefString: '#REF!' });
  }
}

/** The cells of a name, or null if it is a formula, a constant, or its cells are gone. */
export function cellsOf(
  grid: Grid,
  { formulaOrRefString }: StoredName,
): { sheetId: string; area: Area } | null {
  const { sheet, address } = splitSheet(formulaOrRefString.replace(/^=/, ''));
  const found = parseArea(address);
  const sheetId = sheet === null ? undefined : grid.workbook.getSheetBySheetName(sheet)?.getSheetId();
  return found && sheetId ? { sheetId, area: found } : null;
}

/** Excel's rules: letters, digits, dots, underscores; nothing that reads as a cell. */
export function isValidName(name: string): boolean {
  return /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) && !looksLikeCell(name);
}

function looksLikeCell(name: string): boolean {
  const a1 = /^([A-Za-z]{1,3})(\d+)$/.exec(name);
  if (a1) return columnIndex(a1[1]) < 16_384 && Number(a1[2]) >= 1 && Number(a1[2]) <= 1_048_576;
  return /^(r\d*c?\d*|c\d*)$/i.test(name);
}
