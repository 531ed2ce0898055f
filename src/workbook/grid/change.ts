/** A change of a sheet's cells, in Excel's terms. */
import type { ICellData } from '@univerjs/core';
import type { CellShift, Rect, StructuralChange } from '../addresses/rect';

export interface Change {
  readonly type: 'RangeEdited' | 'CellInserted' | 'CellDeleted' | StructuralChange;
  readonly sheetId: string;
  readonly area: Rect;
  /** Where the cells of the area came from, on the same sheet. */
  readonly from?: Rect;
  /** The direction in which other cells moved, when cells were inserted or deleted. */
  readonly shift?: CellShift;
  /**
   * Maps an area of the sheet to its place after the change, null if it is gone; absent if nothing has moved.
   */
  readonly move?: (area: Rect) => Rect | null;
  /** What goes to another sheet, and where an area is then; null for one that stays. */
  readonly carried?: { readonly sheetId: string; readonly to: (area: Rect) => Rect | null };
  /** Whether it is reported as the add-in's change. */
  readonly byAddin: boolean;
  /** Whether the user undid or redid a write of the add-in. */
  readonly isUndo?: boolean;
  /** Whether a person emptied the cells by merging them. */
  readonly isMerging?: boolean;
  /** The client of Excel in which it was made; absent for the one at work. */
  readonly client?: number;
  /** The single cell that was changed, as it was before; absent if there were several. */
  readonly before?: ICellData;
}
