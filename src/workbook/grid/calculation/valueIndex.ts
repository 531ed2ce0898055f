/**
 * While Univer calculates, it keeps an index of which rows of a column hold which value, to compare a range with one value
 * quickly. Intermediate results such as A1:C3-1 get into it as well, as if they stood in the sheet's top left corner, one
 * row and column too far: later comparisons of cells there find values that are in no cell.
 */
import { CELL_INVERTED_INDEX_CACHE } from '@univerjs/engine-formula';

/** Makes Univer compare the values themselves; for ranges of usual sizes that is no slower. */
export function disableValueIndex(): void {
  Object.assign(CELL_INVERTED_INDEX_CACHE, {
    set: () => undefined,
    setContinueBuildingCache: () => undefined,
    canUseCache: () => ({ rowsInCache: [], rowsNotInCache: [] }),
  });
}
