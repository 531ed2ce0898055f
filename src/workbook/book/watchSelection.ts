/** Sends an event for each new selection, by the user or the add-in. */
import { SheetsSelectionsService } from '@univerjs/sheets';
import { formatRect } from '../addresses/a1';
import { rectOf } from '../grid/ranges';
import type { Book } from '../objects/book';

export function watchSelection({ grid, events }: Book): void {
  let last = '';
  grid.injector.get(SheetsSelectionsService).selectionChanged$.subscribe((selections) => {
    const sheetId = grid.workbook.getActiveSheet()?.getSheetId();
    if (!sheetId || !selections?.length || grid.isRestructuring) return;
    const address = selections.map(({ range }) => formatRect(rectOf(range))).join(',');
    const key = `${sheetId}!${address}`;
    if (key === last) return;
    last = key;
    events.selectionChanged(sheetId, address);
  });
}
