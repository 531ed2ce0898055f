/**
 * Where data validation and conditional formats go when rows or columns come and go. Univer lets them grow when
 * something is inserted right before their first row or column, and forgets to move absolute references in their
 * formulas; in Excel they move, like everything else.
 */
import type { ICommandInfo, IRange } from '@univerjs/core';
import { DataValidationModel, UpdateDataValidationMutation, UpdateRuleType } from '@univerjs/data-validation';
import { InsertColMutation, InsertRowMutation, RemoveColMutation, RemoveRowMutation } from '@univerjs/sheets';
import {
  ConditionalFormattingRuleModel,
  SetConditionalRuleMutation,
} from '@univerjs/sheets-conditional-formatting';
import { formatAbsolute, formatArea, parseArea, quoteSheet, splitSheet } from '../addresses/a1';
import type { ChangeType } from './changes';
import { type Grid, areaOf } from './grid';
import { shifted } from './shift';

interface Shift {
  readonly sheetId: string;
  readonly type: ChangeType;
  readonly range: IRange;
}

interface Formulas {
  formula1?: string;
  formula2?: string;
}

interface Params {
  subUnitId: string;
  range: IRange;
  ruleId: string;
  cfId: string;
  payload: { type: UpdateRuleType; payload: IRange[] | Formulas | (Formulas & { ranges: IRange[] }) };
  rule: { ranges: IRange[] };
}

/** Undo and redo bring back what was; only the first time is there something to put right. */
const SHIFTING = /^sheet\.command\.(insert|remove|delete)-/;

const SHIFTS: Readonly<Record<string, ChangeType>> = {
  [InsertRowMutation.id]: 'RowInserted',
  [InsertColMutation.id]: 'ColumnInserted',
  [RemoveRowMutation.id]: 'RowDeleted',
  [RemoveColMutation.id]: 'ColumnDeleted',
};

export function watchRuleShifts(grid: Grid): void {
  let depth = 0;
  let shift: Shift | null = null;
  grid.commands.beforeCommandExecuted(({ id, params }: ICommandInfo) => {
    if (SHIFTING.test(id)) depth++;
    if (depth === 0) return;
    const { subUnitId, range } = (params ?? {}) as Params;
    if (SHIFTS[id]) shift = { sheetId: subUnitId, type: SHIFTS[id], range };
    else if (shift) putRight(grid, id, params as Params, shift);
  });
  grid.commands.onCommandExecuted(({ id }) => {
    if (!SHIFTING.test(id)) return;
    depth--;
    if (depth === 0) shift = null;
  });
}

/** Changes what Univer is about to do, in place. */
function putRight(grid: Grid, mutation: string, params: Params, shift: Shift): void {
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
      // A rule with formulas may be divided; what Univer makes of that stands.
      const all = payload.payload as { ranges: IRange[] };
      all.ranges = movedRanges(old.ranges as IRange[], all.ranges, subUnitId, shift);
    }
  }
}

const isFormula = (text: string | undefined) => text?.startsWith('=') === true;

function movedRanges(old: IRange[], found: IRange[], sheetId: string, { sheetId: at, type, range }: Shift) {
  if (sheetId !== at || !type.endsWith('Inserted')) return found;
  const inserted = areaOf({ ...range, rangeType: undefined });
  return old.map((each) => {
    const { row, column, rows, columns } = shifted(
      areaOf({ ...each, rangeType: undefined }),
      type,
      inserted,
    )!;
    return type === 'RowInserted'
      ? { ...each, startRow: row, endRow: row + rows - 1 }
      : { ...each, startColumn: column, endColumn: column + columns - 1 };
  });
}

/** A formula that is nothing but a reference; what Univer `found` for any other stands. */
function movedFormula(
  grid: Grid,
  old: string | undefined,
  found: string | undefined,
  ownSheetId: string,
  { sheetId, type, range }: Shift,
): string | undefined {
  if (!old?.startsWith('=')) return found;
  const { sheet, address } = splitSheet(old.slice(1));
  const cells = parseArea(address);
  if (!cells) return found;
  const owner = sheet === null ? ownSheetId : grid.workbook.getSheetBySheetName(sheet)?.getSheetId();
  if (owner !== sheetId) return old;
  const moved = shifted(cells, type, areaOf({ ...range, rangeType: undefined }));
  if (!moved) return '=#REF!';
  const text = address.includes('$') ? formatAbsolute(moved) : formatArea(moved);
  return `=${sheet === null ? '' : `${quoteSheet(sheet)}!`}${text}`;
}
