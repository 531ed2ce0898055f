import type { Rect } from '../sheet/address';
import type { SheetKey } from '../sheet/plan';

/** Cells of a notebook: those of some blocks, and all that stands between them, or a part of one block. */
export interface Target {
  readonly sheet: SheetKey;
  /** By name. */
  readonly blocks: readonly string[];
  /** Counted from the first cell of the only block. */
  readonly part?: Rect;
}
