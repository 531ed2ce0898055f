/** Keeps shapes with the cells below them when rows and columns are inserted, deleted or resized. */
import type { Worksheet } from '@univerjs/core';
import {
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowAutoHeightMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
} from '@univerjs/sheets';
import { Rect } from '../../addresses/rect';
import type { Grid } from '../../grid/grid';
import { type Lines, PIXELS_PER_POINT, columnsOf, lineAt, rowsOf, startOf } from '../../grid/measures';
import { type Structural, structuralChange } from '../../grid/structure';
import type { ShapeRecord, ShapeStore } from './store';

const RESIZING = new Set([
  SetColHiddenMutation.id,
  SetColVisibleMutation.id,
  SetRowHiddenMutation.id,
  SetRowVisibleMutation.id,
  SetWorksheetColWidthMutation.id,
  SetWorksheetRowAutoHeightMutation.id,
  SetWorksheetRowHeightMutation.id,
  SetWorksheetRowIsAutoHeightMutation.id,
]);

/** A corner of a shape: a cell, and an offset in pixels. */
interface Corner {
  readonly column: ReturnType<typeof lineAt>;
  readonly row: ReturnType<typeof lineAt>;
}

export function keepShapesWithCells(grid: Grid, shapes: ShapeStore): void {
  let anchored: { record: ShapeRecord; from: Corner; to: Corner }[] = [];
  grid.commands.beforeCommandExecuted((info) => {
    if (!RESIZING.has(info.id) && !structuralChange(info)) return;
    const { subUnitId } = info.params as { subUnitId: string };
    const sheet = grid.sheet(subUnitId);
    if (!sheet) return;
    anchored = shapes
      .on(subUnitId)
      .filter(({ placement }) => placement !== 'Absolute')
      .map((record) => ({
        record,
        from: cornerAt(sheet, record.left, record.top),
        to: cornerAt(sheet, record.left + record.width, record.top + record.height),
      }));
  });
  grid.commands.onCommandExecuted((info) => {
    const change = structuralChange(info);
    if (!RESIZING.has(info.id) && !change) return;
    const sheet = grid.sheet((info.params as { subUnitId: string }).subUnitId);
    for (const { record, from, to } of sheet ? anchored : []) {
      const { left, top } = placeOf(sheet!, moved(from, change));
      const end = placeOf(sheet!, moved(to, change));
      const size = { width: Math.max(0, end.left - left), height: Math.max(0, end.top - top) };
      shapes.change(record, { left, top, ...(record.placement === 'TwoCell' && size) });
    }
    anchored = [];
  });
}

function cornerAt(sheet: Worksheet, left: number, top: number): Corner {
  const at = (lines: Lines, points: number) => lineAt(lines, points * PIXELS_PER_POINT);
  return { column: at(columnsOf(sheet), left), row: at(rowsOf(sheet), top) };
}

/** In points. If a cell has become smaller than the offset, the corner is at the cell's end. */
function placeOf(sheet: Worksheet, { column, row }: Corner): { left: number; top: number } {
  const at = (lines: Lines, { line, into }: Corner['row']) =>
    (startOf(lines, line) + Math.min(into, lines.sizeOf(line))) / PIXELS_PER_POINT;
  return { left: at(columnsOf(sheet), column), top: at(rowsOf(sheet), row) };
}

/** The corner of a deleted cell moves to the start of the cell that takes its place. */
function moved({ column, row }: Corner, change: Structural | null): Corner {
  if (!change) return { column, row };
  const { type, at } = change;
  const cell = new Rect(row.line, column.line).shifted(type, at);
  if (!cell)
    return type === 'RowDeleted'
      ? { column, row: { line: at.row, into: 0 } }
      : { column: { line: at.column, into: 0 }, row };
  return { column: { ...column, line: cell.column }, row: { ...row, line: cell.row } };
}
