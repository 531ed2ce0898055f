/**
 * Finds the formulas of sheets faster. Univer looks for them in every cell of all sheets, in each by slow means, whenever
 * one sheet is written to.
 */
import {
  type ICellData,
  type Injector,
  type IObjectMatrixPrimitiveType,
  isFormulaString,
  IUniverInstanceService,
  type Nullable,
  UniverInstanceType,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import { FormulaDataModel, type IFormulaDataItem } from '@univerjs/engine-formula';

type Found = Record<number, Record<number, IFormulaDataItem>>;

export function findFormulasFast(injector: Injector): void {
  const model = injector.get(FormulaDataModel);
  const units = injector.get(IUniverInstanceService);
  /** The sheet that is written to. */
  let written: string | undefined;
  const isAsked = (sheet: Worksheet) => written === undefined || sheet.getSheetId() === written;
  model.getFormulaData = () =>
    Object.fromEntries(
      units.getAllUnitsForType<Workbook>(UniverInstanceType.UNIVER_SHEET).map((workbook) => [
        workbook.getUnitId(),
        Object.fromEntries(
          workbook
            .getSheets()
            .filter(isAsked)
            .map((sheet) => [sheet.getSheetId(), formulasOn(sheet)]),
        ),
      ]),
    );
  const update = model.updateFormulaData.bind(model);
  model.updateFormulaData = (unitId, sheetId, cells) => {
    written = sheetId;
    try {
      return update(unitId, sheetId, cells);
    } finally {
      written = undefined;
    }
  };
}

/** As Univer has them: a cell that shares the formula of another says how far it is from that one. */
function formulasOn(sheet: Worksheet): Found {
  const found: Found = {};
  const first = new Map<string, { f: string; row: number; column: number }>();
  const shared: { si: string; row: number; column: number }[] = [];
  eachFormula(sheet.getCellMatrix().getMatrix(), ({ f, si }, row, column) => {
    const ofRow = (found[row] ??= {});
    if (f && si) first.set(si, { f, row, column });
    if (f) ofRow[column] = si ? { f, si } : { f };
    else if (si) shared.push({ si, row, column });
  });
  for (const { si, row, column } of shared) {
    const from = first.get(si);
    if (from) found[row][column] = { f: from.f, si, x: column - from.column, y: row - from.row };
  }
  return found;
}

/** @param visit gets a formula only where it is one: Univer takes what does not begin with "=" for none */
function eachFormula(
  cells: IObjectMatrixPrimitiveType<Nullable<ICellData>>,
  visit: (cell: { f?: string; si?: string }, row: number, column: number) => void,
): void {
  for (const row in cells) {
    const columns = cells[row];
    for (const column in columns) {
      const cell = columns[column];
      if (!cell || !(cell.f || cell.si)) continue;
      const f = isFormulaString(cell.f) ? (cell.f ?? undefined) : undefined;
      visit({ f, si: cell.si || undefined }, Number(row), Number(column));
    }
  }
}
