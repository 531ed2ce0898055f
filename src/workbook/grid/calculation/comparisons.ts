/**
 * While Univer calculates, it remembers for each column of a sheet which rows hold which value, to compare a range with
 * one value quickly. Results between, such as A1:C3-1, are noted as well, but as if they stood in the sheet's top left
 * corner, one row and column too far: later comparisons of cells there then find values that are in no cell.
 */
import { CELL_INVERTED_INDEX_CACHE } from '@univerjs/engine-formula';

/** Makes it look at the values themselves; for ranges as people compare them that is no slower. */
export function compareCellsThemselves(): void {
  Object.assign(CELL_INVERTED_INDEX_CACHE, {
    set: () => undefined,
    setContinueBuildingCache: () => undefined,
    canUseCache: () => ({ rowsInCache: [], rowsNotInCache: [] }),
  });
}
