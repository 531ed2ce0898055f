/** Clearing, inserting, deleting and selecting cells. */
import { Dimension, Direction } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import {
  InsertColByRangeCommand,
  InsertRowByRangeCommand,
  RemoveColByRangeCommand,
  RemoveRowByRangeCommand,
  SetSelectionsOperation,
} from '@univerjs/sheets';
import '@univerjs/sheets/facade';
import type { FRange } from '@univerjs/sheets/facade';
import { MAX_COLUMNS, MAX_ROWS, type Rect } from '../../addresses/rect';
import type { Grid } from '../../grid/grid';
import { rangeOf } from '../../grid/ranges';
import { fitRowsToFonts } from '../../grid/rowHeights';
import { BLANK } from '../../grid/writing/writes';
import { invalidOperation, invalidReference } from '../../host/errors';
import { conditionalRules } from '../conditionalFormats/rules';
import { activate } from '../worksheets/actions';
import { valueAt } from './content';
import type { Range } from './range';

export const CLEARED = ['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks'] as const;

export function clearRange(range: Range, what: (typeof CLEARED)[number]): void {
  const { grid, events, tables } = range.book;
  if (what === 'Hyperlinks' || what === 'RemoveHyperlinks') return;
  const target = grid.present(range.sheetId, range.area);
  if (!target) return;
  const contents = what === 'Formats' ? {} : BLANK;
  const format = what === 'Contents' ? {} : { s: NO_STYLE };
  const patch = { ...contents, ...format };
  if (range.area.isSingleCell) grid.flushCell(range.sheetId, target.row, target.column);
  const before = range.area.isSingleCell ? valueAt(range, target.row, target.column) : undefined;
  grid.put(range.sheetId, target, (row, column) => (grid.holds(range.sheetId, row, column) ? patch : null));
  if (what !== 'Contents') {
    conditionalRules(grid, range.sheetId).clear([range.area]);
    fitRowsToFonts(grid, range.sheetId, target);
  }
  if (what !== 'Formats') tables.headersWritten(range.sheetId, target);
  if (what !== 'Formats')
    events.changed(
      {
        type: 'RangeEdited',
        sheetId: range.sheetId,
        area: range.area,
        byAddin: true,
        client: grid.clients.ofAddin,
      },
      before,
      before === undefined ? undefined : '',
    );
}

const NO_STYLE = {
  bg: null,
  bd: null,
  bl: null,
  it: null,
  ul: null,
  st: null,
  cl: null,
  ff: null,
  fs: null,
  ht: null,
  vt: null,
  tb: null,
  tr: null,
  n: null,
  pd: null,
  td: null,
} as never;

/** Shifts cells to make room; returns the cells that are now free. */
export function insertCells(range: Range, shift: 'Down' | 'Right'): Range {
  const { grid } = range.book;
  refuseCutTables(range, shift === 'Down', 'Range.insert');
  grid.reach(range.sheetId, boundedStart(range.area));
  shiftCells(range, (params, cells) => {
    if (range.area.isWholeRows) run(grid, InsertRowByRangeCommand.id, { ...params, direction: Direction.UP });
    else if (range.area.isWholeColumns)
      run(grid, InsertColByRangeCommand.id, { ...params, direction: Direction.LEFT });
    else cells.insertCells(shift === 'Down' ? Dimension.ROWS : Dimension.COLUMNS);
  });
  return range;
}

export function deleteCells(range: Range, shift: 'Up' | 'Left'): void {
  const { grid } = range.book;
  refuseCutTables(range, shift === 'Up', 'Range.delete');
  shiftCells(range, (params, cells) => {
    if (range.area.isWholeRows) run(grid, RemoveRowByRangeCommand.id, params);
    else if (range.area.isWholeColumns) run(grid, RemoveColByRangeCommand.id, params);
    else cells.deleteCells(shift === 'Up' ? Dimension.ROWS : Dimension.COLUMNS);
  });
}

/** Refuses to shift only some cells of a table. */
function refuseCutTables({ book, sheetId, area }: Range, isVertical: boolean, location: string): void {
  if (area.isWholeRows || area.isWholeColumns) return;
  const shifted = isVertical
    ? area.resized(MAX_ROWS - area.row, area.columns)
    : area.resized(area.rows, MAX_COLUMNS - area.column);
  const across = isVertical ? shifted.entireColumns : shifted.entireRows;
  if (book.tables.touching(sheetId, shifted).some((table) => !across.contains(table.area)))
    throw invalidOperation('cutsTable', location);
}

/** The part of an area that the grid must contain: whole rows and columns end with the grid. */
const boundedStart = (a: Rect) => a.resized(a.isWholeColumns ? 1 : a.rows, a.isWholeRows ? 1 : a.columns);

const run = (grid: Grid, command: string, params: object) =>
  grid.commands.syncExecuteCommand(command, params);

function shiftCells(range: Range, work: (params: object, cells: FRange) => void): void {
  const { grid } = range.book;
  const target = grid.present(range.sheetId, range.area);
  const sheet = FUniver.newAPI(grid.injector).getActiveWorkbook()?.getSheetBySheetId(range.sheetId);
  if (!target || !sheet) return;
  const params = { unitId: grid.unitId, subUnitId: range.sheetId, range: rangeOf(target) };
  grid.restructure(range.sheetId, () => work(params, sheet.getRange(rangeOf(target))));
}

export function select(range: Range): void {
  const { grid } = range.book;
  activate(grid, range.sheetId);
  // What co-authors have selected is not kept.
  if (grid.clients.isCoauthorServed) return;
  grid.flush();
  grid.reach(range.sheetId, boundedStart(range.area));
  const target = grid.present(range.sheetId, range.area);
  if (!target) throw invalidReference('Range.select');
  const corner = rangeOf(target.firstCell);
  grid.asAddin(() =>
    grid.commands.syncExecuteCommand(SetSelectionsOperation.id, {
      unitId: grid.unitId,
      subUnitId: range.sheetId,
      reveal: true,
      selections: [
        {
          range: rangeOf(target),
          primary: {
            ...corner,
            actualRow: target.row,
            actualColumn: target.column,
            isMerged: false,
            isMergedMainCell: false,
          },
          style: null,
        },
      ],
    }),
  );
}
