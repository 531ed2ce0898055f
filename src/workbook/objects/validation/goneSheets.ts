/** Rules of sheets in the background are checked when the page is idle: the sheet may have been deleted by then. */
import { SheetsDataValidationValidatorService } from '@univerjs/sheets-data-validation';
import type { Grid } from '../../grid/grid';

/** Univer fails then, with an error that nobody hears of; there is nothing to check any more. */
export function forgetGoneSheets(grid: Grid): void {
  const service = grid.injector.get(SheetsDataValidationValidatorService);
  const check = service.validatorRanges.bind(service);
  service.validatorRanges = async (unitId, sheetId, ranges) =>
    grid.sheet(sheetId) ? check(unitId, sheetId, ranges) : [];
}
