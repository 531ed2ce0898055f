/**
 * The data validation of a sheet's cells, stored by Univer's plugin, which moves it with inserted and deleted
 * cells.
 */
import { type ISheetDataValidationRule, generateRandomId } from '@univerjs/core';
import {
  AddSheetDataValidationCommand,
  ClearRangeDataValidationCommand,
  DataValidationCacheService,
  SheetDataValidationModel,
} from '@univerjs/sheets-data-validation';
import type { Rect } from '../../addresses/rect';
import type { Grid } from '../../grid/grid';
import { rangeOf, rectOf } from '../../grid/ranges';
import type { Validation } from './rules';

export function validations(grid: Grid, sheetId: string) {
  const model = grid.injector.get(SheetDataValidationModel);
  const run = (command: string, params: object) =>
    grid.asAddin(() =>
      grid.commands.syncExecuteCommand(command, { unitId: grid.unitId, subUnitId: sheetId, ...params }),
    );
  const present = (areas: readonly Rect[]) =>
    areas.flatMap((area) => {
      const found = grid.present(sheetId, area);
      return found ? [rangeOf(found)] : [];
    });
  const clear = (areas: readonly Rect[]) => {
    if (model.getRules(grid.unitId, sheetId).length > 0)
      run(ClearRangeDataValidationCommand.id, { ranges: present(areas) });
  };
  return {
    /** The rule of one cell. */
    at: (row: number, column: number): ISheetDataValidationRule | undefined =>
      model.getRuleByLocation(grid.unitId, sheetId, row, column),
    /** Rules that touch the areas, each with how many of their cells it covers. */
    touching: (areas: readonly Rect[]) =>
      model
        .getRules(grid.unitId, sheetId)
        .map((rule) => ({ rule, cells: covered(rule, areas) }))
        .filter(({ cells }) => cells > 0),
    clear,
    set: (areas: readonly Rect[], validation: Validation) => {
      for (const area of areas) if (!grid.present(sheetId, area)) grid.reach(sheetId, area);
      clear(areas);
      const rule: ISheetDataValidationRule = {
        ...validation,
        uid: generateRandomId(8),
        ranges: present(areas),
      };
      run(AddSheetDataValidationCommand.id, { rule });
    },
  };
}

/** Checks cells again that an add-in has written; after a user's edits Univer does so itself. */
export function revalidate(
  grid: Grid,
  sheetId: string,
  written: readonly Rect[],
  isWritten: (row: number, column: number) => boolean,
): void {
  const rules = grid.injector.get(SheetDataValidationModel).getRules(grid.unitId, sheetId);
  const touched = rules.flatMap(({ ranges }) =>
    ranges.flatMap((range) =>
      written.flatMap((area) => {
        const common = rectOf(range).intersection(area);
        return common && isAnyIn(common, isWritten) ? [rangeOf(common)] : [];
      }),
    ),
  );
  if (touched.length > 0)
    grid.injector.get(DataValidationCacheService).markRangeDirty(grid.unitId, sheetId, touched, true);
}

function isAnyIn(area: Rect, isWritten: (row: number, column: number) => boolean): boolean {
  for (const [row, column] of area.cells()) if (isWritten(row, column)) return true;
  return false;
}

/** How many cells of the areas a rule covers. Whole rows and columns end with the grid, as in Univer. */
function covered({ ranges }: ISheetDataValidationRule, areas: readonly Rect[]): number {
  return ranges.map(rectOf).reduce(
    (sum, own) =>
      areas.reduce((inner, area) => {
        const common = own.intersection(area);
        return common ? inner + common.cellCount : inner;
      }, sum),
    0,
  );
}
