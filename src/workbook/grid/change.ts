/** A change of a sheet's cells, in Excel's terms. */
import type { ICellData } from '@univerjs/core';
import type { CellShift, Rect, StructuralChange } from '../addresses/rect';

export interface Change {
  readonly type: 'RangeEdited' | 'CellInserted' | 'CellDeleted' | StructuralChange;
  readonly sheetId: string;
  readonly area: Rect;
  /** Where the cells of the area came from, on the same sheet. */
  readonly from?: Rect;
  /** Where other cells have gone, when cells were inserted or deleted. */
  readonly shift?: CellShift;
  /** Where an area of the sheet is after the change, null if it is gone; not there when nothing has moved. */
  readonly move?: (area: Rect) => Rect | null;
  /** What goes to another sheet, and where an area is then; null for one that stays. */
  readonly carried?: { readonly sheetId: string; readonly to: (area: Rect) => Rect | null };
  /** As whose change it is told. */
  readonly byAddin: boolean;
  /** A person undid, or redid, what the add-in had written. */
  readonly isUndo?: boolean;
  /** Somebody else did it, on another machine. */
  readonly byCoauthor?: boolean;
  /** The only cell that was changed, as it was before; not there when several were. */
  readonly before?: ICellData;
}
