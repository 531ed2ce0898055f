/** What formulas of a workbook are checked by. */
import type { FormulaRules } from '../../formulas/formula';
import type { Book } from '../book';

export const formulaRules = ({ grid, tables }: Book): FormulaRules => ({
  isTable: (name) => tables.named(name) !== undefined,
  argumentsOf: (name) => grid.calculation.argumentsOf(name),
});
