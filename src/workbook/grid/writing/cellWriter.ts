/**
 * Writes collected cells straight into a sheet's matrix: Univer's own mutation computes the style of each cell, and looks
 * up its conditional formats. The mutation still runs as a notification for all listeners: it names the cells that have
 * changed, and repeats the value of one cell for each conditional format that must be redrawn.
 */
import type { ICellData, IRange, Nullable, ObjectMatrix } from '@univerjs/core';
import type { Rect } from '../../addresses/rect';
import { presentRect } from '../ranges';
import type { StyleRegistry } from './styles';
import { type CellPatches, type SheetWrites, isContent, pieceOf } from './writes';

export type CellMatrix = ObjectMatrix<Nullable<ICellData>>;

/** Placeholders for the patches in the mutation, by type of content; they change nothing. */
export const NOTICES: readonly ICellData[] = [{}, { t: 1 }, { t: 2 }, { t: 3 }, { t: 4 }];

/** Returns the cells of the notification. */
export function writeCells(matrix: CellMatrix, { cells }: SheetWrites, styles: StyleRegistry): CellPatches {
  const notice: CellPatches = {};
  for (const rowText in cells) {
    const row = Number(rowText);
    const patches = cells[row];
    const present = matrix.getRow(row);
    const noticeOfRow: Record<number, ICellData> = {};
    for (const columnText in patches) {
      const column = Number(columnText);
      const patch = patches[column];
      const old = present?.[column];
      // Rich text contains styles, which only Univer's mutation changes.
      if (old?.p) noticeOfRow[column] = patch;
      else {
        const cell = amended(old, patch, styles);
        if (cell) matrix.setValue(row, column, cell);
        else if (old) matrix.realDeleteValue(row, column);
        noticeOfRow[column] = NOTICES[cell?.t ?? 0];
      }
    }
    notice[row] = noticeOfRow;
  }
  return notice;
}

/** The cell after the change; null if nothing is left of it. */
function amended(old: Nullable<ICellData>, patch: ICellData, styles: StyleRegistry): ICellData | null {
  const piece = pieceOf(patch);
  const s = piece ? styles.after(old?.s, piece) : old?.s;
  const content = isContent(patch) ? patch : old;
  const cell: ICellData = old?.custom ? { custom: old.custom } : {};
  if (content && content.v !== undefined && content.v !== null) {
    cell.v = content.v;
    if (content.t !== undefined && content.t !== null) cell.t = content.t;
  }
  if (content?.f) cell.f = content.f;
  if (content?.si) cell.si = content.si;
  if (content === old && old?.ref) cell.ref = old.ref;
  if (s) cell.s = s;
  return isNothing(cell) ? null : cell;
}

function isNothing(cell: ICellData): boolean {
  for (const _ in cell) return false;
  return true;
}

/** Makes the mutation repeat one written value in each of these ranges. */
export function repeatIn(
  notice: CellPatches,
  matrix: CellMatrix,
  content: readonly Rect[],
  formats: Iterable<IRange>,
): void {
  for (const format of formats) {
    const area = presentRect(format);
    const written = content.find((each) => each.touches(area));
    if (!written) continue;
    const row = Math.max(written.row, format.startRow);
    const column = Math.max(written.column, format.startColumn);
    const { v, t } = matrix.getValue(row, column) ?? {};
    const noticeOfRow = (notice[row] ??= {});
    if (!noticeOfRow[column]?.p) noticeOfRow[column] = { v: v ?? null, t: t ?? null };
  }
}
