/**
 * Responds to the user's edits, and to inserted and deleted rows and columns; the add-in's own writes report
 * themselves.
 */
import { DataValidationType } from '@univerjs/core';
import type { Change } from '../grid/change';
import { watchChanges } from '../grid/changes';
import type { References } from '../host/references';
import type { Book } from '../objects/book';
import { type CellValue, valueOf } from '../objects/cells/cellValue';
import type { LateValue } from '../objects/events';
import { usedArea } from '../objects/cells/usedArea';
import { valueAt } from '../objects/ranges/content';
import { Range } from '../objects/ranges/range';
import { RangeAreas } from '../objects/ranges/rangeAreas';
import { validations } from '../objects/validation/store';

export function watchCells(book: Book, references: References): void {
  watchChanges(book.grid, (change) => {
    for (const object of references.objects)
      if (object instanceof Range || object instanceof RangeAreas) object.follow(change);
    book.tables.follow(change);
    book.charts.follow(change);
    growTables(book, change);
    tellChange(book, change);
  });
}

/** Tells the add-in of a change, unless it is kept from it. */
export function tellChange(book: Book, change: Change): void {
  if (!isTold(book, change)) return;
  const { sheetId, area, before } = change;
  if (before) book.events.changed(change, valueOf(before), valueAfter(book, sheetId, area.row, area.column));
  else book.events.changed(change);
}

function isTold(
  { grid, behaviour }: Book,
  { type, sheetId, area, byAddin, isUndo, isMerging }: Change,
): boolean {
  if (isMerging && behaviour.merging === 'untold') return false;
  const isOwn = byAddin && !isUndo;
  if (isOwn || type !== 'RangeEdited' || behaviour.edits === 'told') return true;
  if (behaviour.edits === 'untold') return false;
  const rule = area.isSingleCell && validations(grid, sheetId).at(area.row, area.column);
  return !rule || rule.type !== DataValidationType.LIST;
}

/** Grows tables by rows typed directly below; clearing cells there does not. */
function growTables({ grid, tables }: Book, change: Change): void {
  const isEmpty = change.type === 'RangeEdited' && !usedArea(grid, change.sheetId, change.area, true);
  if (isEmpty) return;
  tables.grow(change);
  grid.flush();
}

/**
 * The typed value, read at once, since the add-in may overwrite it before the event is sent. That of a
 * formula is read after it has been calculated.
 */
function valueAfter(book: Book, sheetId: string, row: number, column: number): CellValue | LateValue {
  const cell = book.grid.cell(sheetId, row, column);
  if (cell?.f || cell?.si) return () => valueAt({ book, sheetId }, row, column);
  return valueOf(cell);
}
