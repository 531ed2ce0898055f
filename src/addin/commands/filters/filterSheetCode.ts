// What searches patches and draws the filter sheet, loaded when that is first asked for.
export { shapeOfFilters } from '../../../excel/sheets/filters/filterCells';
export { layOutFilters, patchAt } from '../../../excel/sheets/filters/filterLayout';
export { drawFilters } from '../../../excel/sheets/filters/filterSheet';
export { convolutionsOf, searchPatches } from '../../../training/filterPatches';
export { imagesToSearch } from './filterImages';
export { filterPage } from './filterPage';
