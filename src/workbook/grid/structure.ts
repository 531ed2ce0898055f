/** Univer's mutations that insert and delete rows and columns, in Excel's terms. */
import type { IRange } from '@univerjs/core';
import { InsertColMutation, InsertRowMutation, RemoveColMutation, RemoveRowMutation } from '@univerjs/sheets';
import type { Rect, StructuralChange } from '../addresses/rect';
import { presentRect } from './ranges';

export interface Structural {
  readonly type: StructuralChange;
  readonly sheetId: string;
  /** The rows or columns that are inserted or deleted, as far as the grid reaches. */
  readonly at: Rect;
}

const TYPES: Readonly<Record<string, StructuralChange>> = {
  [InsertRowMutation.id]: 'RowInserted',
  [RemoveRowMutation.id]: 'RowDeleted',
  [InsertColMutation.id]: 'ColumnInserted',
  [RemoveColMutation.id]: 'ColumnDeleted',
};

/** What a mutation does to rows and columns; null for any other mutation. */
export function structuralChange({ id, params }: { readonly id: string; readonly params?: object }) {
  const type = TYPES[id];
  if (!type) return null;
  const { subUnitId, range } = params as { subUnitId: string; range: IRange };
  const change: Structural = { type, sheetId: subUnitId, at: presentRect(range) };
  return change;
}
