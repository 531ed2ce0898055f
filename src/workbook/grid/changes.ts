/** Watches the grid, and reports in Excel's terms what has changed and whether the add-in changed it. */
import {
  CommandType,
  type ICellData,
  type ICommandInfo,
  type IExecutionOptions,
  type IRange,
  type Nullable,
} from '@univerjs/core';
import { MoveRangeMutation, SetRangeValuesMutation } from '@univerjs/sheets';
import { coveringRects } from '../addresses/cover';
import type { Rect, StructuralChange } from '../addresses/rect';
import type { Grid } from './grid';
import { parseManyDigits } from './manyDigits';
import { rangeOf, rectOf } from './ranges';
import { structuralChange } from './structure';

export interface Change {
  readonly type: 'RangeEdited' | StructuralChange;
  readonly sheetId: string;
  readonly area: Rect;
  readonly byAddin: boolean;
  /** Somebody else did it, on another machine. */
  readonly byCoauthor?: boolean;
  /** Content before the change, for a single cell. */
  readonly before?: Nullable<ICellData>;
}

interface MutationParams {
  subUnitId: string;
  trigger?: string;
  cellValue?: Record<string, Record<string, Nullable<ICellData>>>;
  fromRange?: IRange;
  toRange?: IRange;
}

/** Commands that rewrite formulas because cells have moved: no edit in Excel's sense. */
const ADJUSTING = /^sheet\.command\.(insert|remove|delete|move|set-worksheet-name)/;

export function watchChanges(grid: Grid, told: (change: Change) => void): void {
  const report = (change: Change) => told({ ...change, byCoauthor: grid.isCoauthorAtWork });
  let before: Nullable<ICellData>;
  grid.commands.beforeCommandExecuted((info, options) => {
    if (info.type !== CommandType.MUTATION || !isEdit(info, options)) return;
    const { subUnitId, cellValue } = info.params as MutationParams;
    parseManyDigits(cellValue);
    const only = singleCell(cellValue);
    before = only && { ...grid.cell(subUnitId, only.row, only.column) };
  });
  grid.commands.onCommandExecuted((info, options) => {
    if (info.type !== CommandType.MUTATION || options?.onlyLocal) return;
    const params = info.params as MutationParams;
    const byAddin = grid.isAddinAtWork;
    const sheetId = params?.subUnitId;
    const structural = structuralChange(info);
    if (structural) {
      const { type, at } = structural;
      grid.calculation.markFormulasDirty();
      report({ type, sheetId, byAddin, area: type.startsWith('Row') ? at.entireRows : at.entireColumns });
    } else if (isEdit(info, options)) {
      if (hasFormula(params.cellValue)) grid.calculation.hasFormulas = true;
      const adjusts = ADJUSTING.test(params.trigger ?? '');
      for (const changed of coveringRects(contentCells(params.cellValue))) {
        grid.calculation.markDirty(sheetId, rangeOf(changed));
        if (!adjusts) report({ type: 'RangeEdited', sheetId, area: changed, byAddin, before });
      }
    } else if (info.id === MoveRangeMutation.id && params.fromRange && params.toRange) {
      for (const range of [params.fromRange, params.toRange]) {
        report({ type: 'RangeEdited', sheetId: sheetId ?? '', area: rectOf(range), byAddin });
      }
    }
  });
}

/** A person's edits, undo and redo included, carry a trigger; results of calculation carry none. */
function isEdit(info: Readonly<ICommandInfo>, options?: IExecutionOptions): boolean {
  const params = info.params as MutationParams | undefined;
  return (
    info.id === SetRangeValuesMutation.id && !options?.onlyLocal && !!params?.trigger && !!params.cellValue
  );
}

/** Format alone is no change of content. */
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
