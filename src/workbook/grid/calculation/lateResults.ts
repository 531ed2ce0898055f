/**
 * Univer writes the result of a formula into its cell when a calculation ends, also where somebody has typed over the
 * formula since it began: the result then stood there in place of what was typed.
 */
import {
  type ICellData,
  ICommandService,
  type Injector,
  type IObjectMatrixPrimitiveType,
  IUniverInstanceService,
  type Nullable,
  type Workbook,
} from '@univerjs/core';
import {
  type ISetFormulaCalculationResultMutation,
  SetFormulaCalculationResultMutation,
} from '@univerjs/engine-formula';
import type { CellMatrix } from '../writing/cellWriter';

type Results = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

export function dropLateResults(injector: Injector): void {
  const units = injector.get(IUniverInstanceService);
  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id !== SetFormulaCalculationResultMutation.id) return;
    const { unitData } = params as ISetFormulaCalculationResultMutation;
    for (const [unitId, sheets] of Object.entries(unitData))
      for (const [sheetId, results] of Object.entries(sheets ?? {})) {
        const sheet = units.getUnit<Workbook>(unitId)?.getSheetBySheetId(sheetId);
        if (sheet) dropWithoutFormula(results, sheet.getCellMatrix());
      }
  });
}

/** Of an array that does not fit, Univer clears the cells: those are no results, and stay. */
function dropWithoutFormula(results: Results, cells: CellMatrix): void {
  for (const row in results) {
    const all = Object.entries(results[row]);
    const due = all.filter(([column, result]) => {
      const cell = cells.getValue(Number(row), Number(column));
      return !result || cell?.f || cell?.si;
    });
    if (due.length < all.length) results[row] = Object.fromEntries(due);
  }
}
