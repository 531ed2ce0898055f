/**
 * Moves data validation and conditional formats when rows or columns are inserted or deleted. Univer extends them when
 * something is inserted right before their first row or column, and does not move absolute references in their
 * formulas; in Excel they move, like everything else.
 */
import type { ICommandInfo, IRange } from '@univerjs/core';
import { DataValidationModel, UpdateDataValidationMutation, UpdateRuleType } from '@univerjs/data-validation';
import {
  ConditionalFormattingRuleModel,
  SetConditionalRuleMutation,
} from '@univerjs/sheets-conditional-formatting';
import { formatAbsolute, formatRect, parseRect, quoteSheet, splitSheet } from '../addresses/a1';
import { isCellShift } from './cellShifts';
import type { Grid } from './grid';
import { presentRect } from './ranges';
import { type Structural, structuralChange } from './structure';

interface Formulas {
  formula1?: string;
  formula2?: string;
}

interface Params {
  subUnitId: string;
  ruleId: string;
  cfId: string;
  payload: { type: UpdateRuleType; payload: IRange[] | Formulas | (Formulas & { ranges: IRange[] }) };
  rule: { ranges: IRange[] };
}

/**
 * Commands that shift rows and columns. Undo and redo restore earlier states; only the commands themselves
 * need a correction.
 */
const SHIFTING = /^sheet\.command\.(insert|remove|delete)-/;

export function watchRuleShifts(grid: Grid): void {
  let depth = 0;
  let shift: Structural | null = null;
  const isShifting = (id: string) => SHIFTING.test(id) && !isCellShift(id);
  grid.commands.beforeCommandExecuted((info: ICommandInfo) => {
    if (isShifting(info.id)) depth++;
    if (depth === 0) return;
    const structural = structuralChange(info);
    if (structural) shift = structural;
    else if (shift && info.params) correct(grid, info.id, info.params as Params, shift);
  });
  grid.commands.onCommandExecuted(({ id }) => {
    if (!isShifting(id)) return;
    depth--;
    if (depth === 0) shift = null;
  });
}

/** Corrects the parameters of a mutation that Univer is about to run, in place. */
function correct(grid: Grid, mutation: string, params: Params, shift: Structural): void {
  const { subUnitId, ruleId, cfId, payload, rule } = params;
  if (mutation === SetConditionalRuleMutation.id) {
    const old = grid.injector.get(ConditionalFormattingRuleModel).getRule(grid.unitId, subUnitId, cfId);
    if (old) rule.ranges = movedRanges(old.ranges, rule.ranges, subUnitId, shift);
  } else if (mutation === UpdateDataValidationMutation.id) {
    const old = grid.injector.get(DataValidationModel).getRuleById(grid.unitId, subUnitId, ruleId);
    if (!old) return;
    if (payload.type === UpdateRuleType.RANGE) {
      payload.payload = movedRanges(old.ranges as IRange[], payload.payload as IRange[], subUnitId, shift);
    } else if (payload.type === UpdateRuleType.SETTING) {
      const formulas = payload.payload as Formulas;
      for (const name of ['formula1', 'formula2'] as const)
        formulas[name] = movedFormula(grid, old[name], formulas[name], subUnitId, shift);
    } else if (payload.type === UpdateRuleType.ALL && !isFormula(old.formula1) && !isFormula(old.formula2)) {
      // Univer may split a rule with formulas; its result is kept.
      const all = payload.payload as { ranges: IRange[] };
      all.ranges = movedRanges(old.ranges as IRange[], all.ranges, subUnitId, shift);
    }
  }
}

const isFormula = (text: string | undefined) => text?.startsWith('=') === true;

function movedRanges(old: IRange[], found: IRange[], sheetId: string, shift: Structural) {
  if (sheetId !== shift.sheetId || !shift.type.endsWith('Inserted')) return found;
  return old.map((range) => {
    const moved = presentRect(range).shifted(shift.type, shift.at)!;
    return shift.type === 'RowInserted'
      ? { ...range, startRow: moved.row, endRow: moved.lastRow }
      : { ...range, startColumn: moved.column, endColumn: moved.lastColumn };
  });
}

/** Moves a formula that is a single reference; for any other, Univer's result `found` is kept. */
function movedFormula(
  grid: Grid,
  old: string | undefined,
  found: string | undefined,
  ownSheetId: string,
  { sheetId, type, at }: Structural,
): string | undefined {
  if (!old?.startsWith('=')) return found;
  const { sheet, address } = splitSheet(old.slice(1));
  const cells = parseRect(address);
  if (!cells) return found;
  const owner = sheet === null ? ownSheetId : grid.workbook.getSheetBySheetName(sheet)?.getSheetId();
  if (owner !== sheetId) return old;
  const moved = cells.shifted(type, at);
  if (!moved) return '=#REF!';
  const text = address.includes('$') ? formatAbsolute(moved) : formatRect(moved);
  return `=${sheet === null ? '' : `${quoteSheet(sheet)}!`}${text}`;
}
