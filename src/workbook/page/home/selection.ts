/** What is selected in the grid, and going elsewhere. */
import type { IRange } from '@univerjs/core';
import { type ISelectionWithStyle, SetSelectionsOperation, SheetsSelectionsService } from '@univerjs/sheets';
import { Rect } from '../../addresses/rect';
import type { Grid } from '../../grid/grid';
import { presentRect, rangeOf } from '../../grid/ranges';

export interface Selected {
  readonly sheetId: string;
  /** As far as the grid has cells. */
  readonly areas: readonly Rect[];
  /** The active cell, into which typing goes. */
  readonly cell: Rect;
}

/** Null while no cell is selected. */
export function selected(grid: Grid): Selected | null {
  const sheetId = grid.workbook.getActiveSheet()?.getSheetId();
  const selections = grid.injector.get(SheetsSelectionsService).getCurrentSelections();
  const last = selections.at(-1);
  if (!sheetId || !last) return null;
  const areas = selections.map(({ range }) => presentRect(range));
  return { sheetId, areas, cell: activeCell(last) };
}

function activeCell({ range, primary }: ISelectionWithStyle): Rect {
  const { row, column } = primary
    ? { row: primary.actualRow, column: primary.actualColumn }
    : { row: range.startRow, column: range.startColumn };
  return new Rect(row, column);
}

/** Selects a cell as a person would, and scrolls to it. */
export function goToCell({ commands, unitId }: Grid, sheetId: string, { row, column }: Rect): void {
  const range: IRange = rangeOf(new Rect(row, column));
  const primary = {
    ...range,
    actualRow: row,
    actualColumn: column,
    isMerged: false,
    isMergedMainCell: false,
  };
  commands.syncExecuteCommand(SetSelectionsOperation.id, {
    unitId,
    subUnitId: sheetId,
    reveal: true,
    selections: [{ range, primary, style: null }],
  });
}
