/**
 * Sheets that a person copies by the menu of a tab. Univer copies cells and rules; what it does not know is copied here, as
 * Excel copies it: names, tables, charts, shapes, protection.
 */
import { CommandType, generateRandomId } from '@univerjs/core';
import { CopySheetCommand, InsertSheetMutation, type IInsertSheetMutationParams } from '@univerjs/sheets';
import { qualify, splitSheet } from '../addresses/a1';
import type { Grid } from '../grid/grid';
import type { Book } from '../objects/book';
import type { StoredName } from '../objects/names/nameIndex';
import { namesOf, storeName } from '../objects/names/store';

/** The most characters of a sheet's name. */
const LONGEST_NAME = 31;

/** @returns whether a sheet is being copied */
export function watchCopiedSheets(book: Book): () => boolean {
  const { grid } = book;
  let original: string | undefined;
  grid.commands.beforeCommandExecuted(({ id, type, params }) => {
    if (id === CopySheetCommand.id)
      original =
        (params as { subUnitId?: string } | undefined)?.subUnitId ??
        grid.workbook.getActiveSheet()?.getSheetId();
    else if (type === CommandType.COMMAND) original = undefined;
    else if (id === InsertSheetMutation.id && original !== undefined && !grid.isAddinAtWork)
      (params as IInsertSheetMutationParams).sheet.name = nameOfCopy(grid, original);
  });
  grid.commands.onCommandExecuted(({ id, params }) => {
    if (id !== InsertSheetMutation.id || original === undefined || grid.isAddinAtWork) return;
    copyBelongings(book, original, (params as IInsertSheetMutationParams).sheet.id!);
    original = undefined;
    // As of every sheet that comes or goes, Excel takes nothing of it back. Univer records it only after this.
    setTimeout(() => grid.forgetUndo());
  });
  return () => original !== undefined;
}

/** "Lesson 4 (2)"; and of that "Lesson 4 (3)". */
function nameOfCopy(grid: Grid, original: string): string {
  const title = grid
    .sheet(original)!
    .getName()
    .replace(/ \(\d+\)$/, '');
  const taken = new Set(grid.workbook.getSheets().map((sheet) => sheet.getName().toLowerCase()));
  for (let number = 2; ; number++) {
    const end = ` (${number})`;
    const name = title.slice(0, LONGEST_NAME - end.length) + end;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** Of names of the workbook for its cells the copy has names of its own, as in Excel. */
function copyBelongings({ grid, tables, charts, shapes, protection }: Book, from: string, to: string): void {
  const [title, copied] = [from, to].map((id) => grid.sheet(id)!.getName());
  const cellsOf = (name: StoredName) => splitSheet(name.formulaOrRefString.replace(/^=/, ''));
  const ofWorkbook = namesOf(grid, null).filter((name) => cellsOf(name).sheet === title);
  for (const name of [...ofWorkbook, ...namesOf(grid, from)]) {
    const { sheet, address } = cellsOf(name);
    const formulaOrRefString = sheet === title ? qualify(copied, address) : name.formulaOrRefString;
    storeName(grid, { ...name, id: generateRandomId(10), localSheetId: to, formulaOrRefString });
  }
  for (const store of [tables, charts, shapes]) store.copySheet(from, to);
  if (protection.sheets.has(from)) protection.sheets.add(to);
}
