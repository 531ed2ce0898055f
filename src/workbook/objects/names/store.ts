/** Defined names as Univer keeps them: its commands move them along with inserted and deleted cells. */
import { RemoveDefinedNameMutation, SetDefinedNameMutation } from '@univerjs/engine-formula';
import { parseRect, splitSheet } from '../../addresses/a1';
import type { Rect } from '../../addresses/rect';
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

/** Deleting a sheet deletes its own names; names of the workbook become #REF!. */
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
): { sheetId: string; area: Rect } | null {
  const { sheet, address } = splitSheet(formulaOrRefString.replace(/^=/, ''));
  const found = parseRect(address);
  const sheetId = sheet === null ? undefined : grid.workbook.getSheetBySheetName(sheet)?.getSheetId();
  return found && sheetId ? { sheetId, area: found } : null;
}
