import type { Rect } from '../sheet/address';
import type { SheetKey } from '../sheet/plan';

/** Cells that a term is about: some blocks and everything between them, or part of one block. */
export interface Target {
  readonly sheet: SheetKey;
  /** Names of blocks. */
  readonly blocks: readonly string[];
  /** Only this part, from the first cell of the single block. */
  readonly part?: Rect;
}
