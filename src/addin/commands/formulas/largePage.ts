import { valueCount } from '../../../notebook/sheet/block';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';

/** Pages with more computed cells are filled with formulas in parts of as many. */
export const CELLS_AT_ONCE = 5_000;

/** Does filling a page with formulas take long? */
export function isLarge({ plan }: LiveNotebook): boolean {
  return plan.layout.blocks.reduce((sum, block) => sum + valueCount(block), 0) > CELLS_AT_ONCE;
}
