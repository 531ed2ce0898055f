/**
 * Cells that are inserted or deleted while others make room or close up. Univer does it by a command of several mutations;
 * in Excel it is one change: https://learn.microsoft.com/javascript/api/excel/excel.datachangetype
 */
import { type ICommandInfo, type IRange } from '@univerjs/core';
import {
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  SheetsSelectionsService,
} from '@univerjs/sheets';
import type { CellShift } from '../addresses/rect';
import type { Change } from './change';
import type { Grid } from './grid';
import { presentRect, rangeOf } from './ranges';

const SHIFTS: Readonly<Record<string, CellShift>> = {
  [InsertRangeMoveDownCommand.id]: 'Down',
  [InsertRangeMoveRightCommand.id]: 'Right',
  [DeleteRangeMoveUpCommand.id]: 'Up',
  [DeleteRangeMoveLeftCommand.id]: 'Left',
};

export const isCellShift = (command: string): boolean => command in SHIFTS;

export interface CellShifts {
  /** True while such a command runs: its mutations are not reported as changes. */
  readonly isUnderWay: boolean;
}

/** The commands run synchronously but return a promise, for which an add-in's call cannot wait. */
export function watchCellShifts(grid: Grid, report: (change: Change) => void): CellShifts {
  let underWay: Change | null = null;
  const end = () => {
    if (!underWay) return;
    const change = underWay;
    underWay = null;
    grid.calculation.markFormulasDirty();
    grid.calculation.markDirty(change.sheetId, rangeOf(change.area));
    report(change);
  };
  grid.commands.beforeCommandExecuted((info) => {
    if (!isCellShift(info.id)) return;
    underWay = changeBy(grid, info);
    queueMicrotask(end);
  });
  grid.restructured = end;
  return {
    get isUnderWay() {
      return underWay !== null;
    },
  };
}

function changeBy(grid: Grid, { id, params }: Readonly<ICommandInfo>): Change | null {
  const { range } = (params ?? {}) as { range?: IRange };
  const selected = grid.injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
  const sheetId = grid.workbook.getActiveSheet()?.getSheetId();
  const cells = range ?? selected;
  if (!cells || !sheetId) return null;
  const shift = SHIFTS[id];
  const area = presentRect(cells);
  return {
    type: shift === 'Down' || shift === 'Right' ? 'CellInserted' : 'CellDeleted',
    sheetId,
    area,
    byAddin: grid.isAddinAtWork,
    shift,
    move: (each) => each.shiftedByCells(shift, area),
  };
}
