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
  readonly byAddin: boolean;
  /** Whether a co-author on another machine made it. */
  readonly byCoauthor?: boolean;
  /** The single cell that was changed, as it was before; absent if there were several. */
  readonly before?: ICellData;
}
