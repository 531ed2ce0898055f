/**
 * Writes collected cells straight into a sheet's matrix: Univer's own mutation works out the style of each cell anew,
 * and asks for each cell which conditional formats it has. The mutation still runs, as word to everybody who listens;
 * it says which cells changed, and repeats the value of one cell for each conditional format that must be drawn anew.
 */
import type { ICellData, IRange, Nullable, ObjectMatrix } from '@univerjs/core';
import type { Rect } from '../../addresses/rect';
import { presentRect } from '../ranges';
import type { StyleBook } from './styles';
import { type CellPatches, type SheetWrites, isContent, pieceOf } from './writes';

type Matrix = ObjectMatrix<Nullable<ICellData>>;

/** Takes the patches' place in the mutation: says of what type a cell's content is, and changes nothing. */
const ECHOES: readonly ICellData[] = [{}, { t: 1 }, { t: 2 }, { t: 3 }, { t: 4 }];

/** Answers with what the mutation is to say. */
export function writeCells(matrix: Matrix, { cells }: SheetWrites, styles: StyleBook): CellPatches {
  const echo: CellPatches = {};
  for (const rowText in cells) {
    const row = Number(rowText);
    const patches = cells[row];
    const present = matrix.getRow(row);
    const said: Record<number, ICellData> = {};
    for (const columnText in patches) {
      const column = Number(columnText);
      const patch = patches[column];
      const old = present?.[column];
      // Rich text has styles inside; Univer knows how to change these.
      if (old?.p) said[column] = patch;
      else {
        const cell = amended(old, patch, styles);
        if (cell) matrix.setValue(row, column, cell);
        else if (old) matrix.realDeleteValue(row, column);
        said[column] = ECHOES[cell?.t ?? 0];
      }
    }
    echo[row] = said;
  }
  return echo;
}

/** The cell after the patch; null when it holds nothing any more. */
function amended(old: Nullable<ICellData>, patch: ICellData, styles: StyleBook): ICellData | null {
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
  echo: CellPatches,
  matrix: Matrix,
  content: readonly Rect[],
  formats: Iterable<IRange>,
): void {
  for (const format of formats) {
    const written = content.find((each) => each.touches(presentRect(format)));
    if (!written) continue;
    const row = Math.max(written.row, format.startRow);
    const column = Math.max(written.column, format.startColumn);
    const { v, t } = matrix.getValue(row, column) ?? {};
    const said = (echo[row] ??= {});
    if (!said[column]?.p) said[column] = { v: v ?? null, t: t ?? null };
  }
}
