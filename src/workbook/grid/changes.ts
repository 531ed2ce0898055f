/** Watches the grid, and reports in Excel's terms what has changed and whether the add-in changed it. */
import {
  CommandType,
  type ICellData,
  type ICommandInfo,
  type IExecutionOptions,
  type IRange,
  type Nullable,
} from '@univerjs/core';
import { AddWorksheetMergeCommand, MoveRangeMutation, SetRangeValuesMutation } from '@univerjs/sheets';
import { coveringRects } from '../addresses/cover';
import type { Rect } from '../addresses/rect';
import { watchCellShifts } from './cellShifts';
import type { Change } from './change';
import type { Grid } from './grid';
import { parseManyDigits } from './manyDigits';
import { rangeOf, rectOf } from './ranges';
import { structuralChange } from './structure';

interface MutationParams {
  subUnitId: string;
  trigger?: string;
  cellValue?: Record<string, Record<string, Nullable<ICellData>>>;
}

/** Commands that rewrite formulas because cells have moved: not an edit in Excel's sense. */
const ADJUSTING = /^sheet\.command\.(insert|remove|delete|move|set-worksheet-name)/;

export function watchChanges(grid: Grid, told: (change: Change) => void): void {
  const report = (change: Change) => told({ ...change, client: grid.clientAtWork });
  let before: ICellData | undefined;
  let overwritten: CellBefore | null = null;
  const shifts = watchCellShifts(grid, report);
  grid.commands.beforeCommandExecuted((info, options) => {
    const params = info.params as MutationParams;
    if (isPreparation(info, options)) overwritten = cellBefore(grid, params);
    if (!isEdit(info, options)) return;
    parseManyDigits(params.cellValue);
    const present = cellBefore(grid, params);
    before = present?.key === overwritten?.key ? overwritten?.cell : present?.cell;
    overwritten = null;
  });
  grid.commands.onCommandExecuted((info, options) => {
    if (info.type !== CommandType.MUTATION || options?.onlyLocal) return;
    const params = info.params as MutationParams;
    const byAddin = grid.isAddinAtWork;
    const sheetId = params?.subUnitId;
    const structural = structuralChange(info);
    if (structural) {
      // The grid grows for cells that are shifted beyond its end.
      if (shifts.isUnderWay) return;
      const { type, at } = structural;
      grid.calculation.markFormulasDirty();
      const area = type.startsWith('Row') ? at.entireRows : at.entireColumns;
      report({ type, sheetId, byAddin, area, move: (each) => each.shifted(type, at) });
    } else if (isEdit(info, options)) {
      if (hasFormula(params.cellValue)) grid.calculation.hasFormulas = true;
      const adjusts = ADJUSTING.test(params.trigger ?? '');
      const isMerging = params.trigger === AddWorksheetMergeCommand.id;
      for (const changed of coveringRects(contentCells(params.cellValue))) {
        grid.calculation.markDirty(sheetId, rangeOf(changed));
        if (!adjusts)
          report({
            type: 'RangeEdited',
            sheetId,
            area: changed,
            byAddin,
            isMerging,
            ...(before && { before }),
          });
      }
    } else if (info.id === MoveRangeMutation.id && !shifts.isUnderWay) {
      grid.calculation.markFormulasDirty();
      for (const change of moves(info.params as MoveParams)) report({ ...change, byAddin });
    }
  });
}

interface MoveParams {
  fromRange: IRange;
  toRange: IRange;
  from: { subUnitId: string };
  to: { subUnitId: string };
}

/**
 * One change of each sheet: first what is overwritten, then what comes to stand there. (What Excel tells of cut or dragged cells is not documented; here both areas are told.)
 */
function moves({ fromRange, toRange, from, to }: MoveParams): Omit<Change, 'byAddin'>[] {
  const source = rectOf(fromRange);
  const area = rectOf(toRange);
  const type = 'RangeEdited';
  if (from.subUnitId === to.subUnitId) {
    const move = (each: Rect) => each.movedWith(source, area);
    return [{ type, sheetId: to.subUnitId, area, from: source, move }];
  }
  const carry = (each: Rect) => (source.contains(each) ? each.movedWith(source, area) : null);
  return [
    { type, sheetId: to.subUnitId, area, move: (each) => (area.contains(each) ? null : each) },
    { type, sheetId: from.subUnitId, area: source, carried: { sheetId: to.subUnitId, to: carry } },
  ];
}

/** The user's edits, including undo and redo, have a trigger; results of calculation have none. */
function isEdit(info: Readonly<ICommandInfo>, options?: IExecutionOptions): boolean {
  const params = info.params as MutationParams | undefined;
  return (
    info.id === SetRangeValuesMutation.id && !options?.onlyLocal && !!params?.trigger && !!params.cellValue
  );
}

/** Before a formula is entered, Univer empties its cell with a separate mutation. */
function isPreparation({ id }: Readonly<ICommandInfo>, options?: IExecutionOptions): boolean {
  return (
    id === SetRangeValuesMutation.id &&
    options?.fromFormula === true &&
    options.applyFormulaCalculationResult !== true
  );
}

interface CellBefore {
  /** Identifies the cell. */
  readonly key: string;
  readonly cell: ICellData;
}

/** The single cell that a mutation is about to change; null if there are several. */
function cellBefore(grid: Grid, { subUnitId, cellValue }: MutationParams): CellBefore | null {
  const only = singleCell(cellValue);
  if (!only) return null;
  const key = `${subUnitId} ${only.row} ${only.column}`;
  return { key, cell: { ...grid.cell(subUnitId, only.row, only.column) } };
}

/** A format alone is not content. */
const hasContent = (cell: Nullable<ICellData>) =>
  cell === null ||
  (cell !== undefined && (cell.v !== undefined || cell.f !== undefined || cell.p !== undefined));

function contentCells(cells: MutationParams['cellValue']): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const [row, columns] of Object.entries(cells ?? {})) {
    const changed = Object.keys(columns ?? {})
      .filter((column) => hasContent(columns[column]))
      .map(Number);
    if (changed.length) found.set(Number(row), changed);
  }
  return found;
}

function singleCell(cells: MutationParams['cellValue']): { row: number; column: number } | null {
  const rows = [...contentCells(cells)];
  return rows.length === 1 && rows[0][1].length === 1 ? { row: rows[0][0], column: rows[0][1][0] } : null;
}

const hasFormula = (cells: MutationParams['cellValue']) =>
  Object.values(cells ?? {}).some((row) => Object.values(row ?? {}).some((cell) => cell?.f || cell?.si));
