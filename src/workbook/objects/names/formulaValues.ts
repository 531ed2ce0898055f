/** Values of names that stand for a formula, `=SUM(Sheet1!A1:A3)`: calculated when names are read. */
import { FORMULA_REF_TO_ARRAY_CACHE, ICalculateFormulaService } from '@univerjs/engine-formula';
import type { Grid } from '../../grid/grid';
import type { Json } from '../../host/wire';
import { type StoredName, nameIndex } from './nameIndex';
import { cellsOf, namesOf } from './store';

const CONSTANT = /^=?(?:[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|true|false|"(?:[^"]|"")*")$/i;

const values = new WeakMap<Grid, Map<string, Json>>();

/** Whether a name stands for a formula: not for cells, present or deleted, nor for a constant. */
export const isFormula = (grid: Grid, name: StoredName): boolean =>
  !CONSTANT.test(name.formulaOrRefString) &&
  !name.formulaOrRefString.includes('#REF!') &&
  cellsOf(grid, name) === null;

/** The value of a formula as of the last reading of names; an array for several; undefined for one not yet calculated. */
export const formulaValue = (grid: Grid, name: StoredName): Json | undefined =>
  values.get(grid)?.get(nameKey(name));

const nameKey = ({ id, formulaOrRefString }: StoredName) => `${id} ${formulaOrRefString}`;

/** Calculates the formulas of all names of a scope (null is the workbook), as if they stood in the first cell of a sheet. */
export async function calculateNames(grid: Grid, scope: string | null): Promise<void> {
  const formulas = namesOf(grid, scope).filter((name) => isFormula(grid, name));
  const sheetId = scope ?? grid.workbook.getActiveSheet()?.getSheetId();
  if (formulas.length === 0 || !sheetId) return;
  const texts = formulas.map(({ formulaOrRefString }) => `=${formulaOrRefString.replace(/^=/, '')}`);
  // Univer clears it only when it calculates cells.
  FORMULA_REF_TO_ARRAY_CACHE.clear();
  const results = await grid.injector
    .get(ICalculateFormulaService)
    .executeFormulas({ [grid.unitId]: { [sheetId]: { 0: { 0: texts } } } });
  const found = results[grid.unitId]?.[sheetId]?.[0]?.[0] ?? [];
  const known = values.get(grid) ?? new Map<string, Json>();
  values.set(grid, known);
  formulas.forEach((name, index) => known.set(nameKey(name), (found[index]?.value ?? 0) as Json));
}

/** Like `calculateNames`, for one name. */
export async function calculateName(grid: Grid, scope: string | null, id: string): Promise<void> {
  const name = nameIndex(grid).byId(id);
  if (name && isFormula(grid, name)) await calculateNames(grid, scope);
}
