/** Sends events when sheets are added, activated and deleted, and deletes what belongs to a deleted sheet. */
import { RemoveSheetMutation } from '@univerjs/sheets';
import { SHEET_DEFAULTS } from '../grid/excelDefaults';
import type { Book } from '../objects/book';
import { forgetNamesOf } from '../objects/names/store';
import { watchCopiedSheets } from './copiedSheets';
import { breakReferences } from '../objects/worksheets/brokenReferences';

export function watchSheets(book: Book): void {
  const { grid, events } = book;
  const { workbook } = grid;
  grid.clients.activated = (id, left, client) => events.activated(id, left, client);
  const isCopied = watchCopiedSheets(book);
  let active = workbook.getActiveSheet()?.getSheetId() ?? null;
  workbook.activeSheet$.subscribe((sheet) => {
    const id = sheet?.getSheetId() ?? null;
    if (id === null || id === active || grid.isRestructuring) return;
    events.activated(id, active);
    active = id;
  });
  workbook.sheetCreated$.subscribe((sheet) => {
    // A blank sheet added by the user has Univer's default sizes; a copied one has those of the original.
    if (!grid.isAddinAtWork && !isCopied()) Object.assign(sheet.getConfig(), SHEET_DEFAULTS);
    events.added(sheet.getSheetId());
  });
  watchDeletedSheets(book);
}

/**
 * When a sheet is deleted, by anyone, everything that belongs to it is deleted with it; as in Excel, for
 * good.
 */
function watchDeletedSheets({ grid, events, tables, charts, shapes }: Book): void {
  grid.commands.beforeCommandExecuted((info) => {
    if (info.id !== RemoveSheetMutation.id) return;
    const { subUnitId } = info.params as { subUnitId: string };
    breakReferences(grid, subUnitId);
    forgetNamesOf(grid, subUnitId);
    for (const store of [tables, charts, shapes]) store.forgetSheet(subUnitId);
  });
  grid.commands.onCommandExecuted((info) => {
    if (info.id !== RemoveSheetMutation.id) return;
    grid.calculation.markFormulasDirty();
    events.deleted((info.params as { subUnitId: string }).subUnitId);
    // Univer records its undo step only after this.
    setTimeout(() => grid.forgetUndo());
  });
}
