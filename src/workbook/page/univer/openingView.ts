/** What of a sheet a first visitor sees. */
import type { IWorksheetData } from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/preset-sheets-core';
import { SetZoomRatioCommand } from '@univerjs/sheets-ui';
import { filter, firstValueFrom } from 'rxjs';
import type { Rect } from '../../addresses/rect';
import type { Grid } from '../../grid/grid';
import { columnsIn, columnsOf, type Lines, startOf } from '../../grid/measures';

/** Pixels of the row headers at 100 %, and of the vertical scroll bar. */
const BESIDE = { headers: 46, scrollBar: 12 };
/** Numbers are not read below, nor is anything enlarged. */
const SMALLEST = 0.4;

/** Resolves when another sheet than the present one comes to the front. */
export function anotherSheetInFront({ workbook }: Grid): Promise<unknown> {
  const present = workbook.getActiveSheet();
  return firstValueFrom(workbook.activeSheet$.pipe(filter((sheet) => !!sheet && sheet !== present)));
}

/** What a person does to a grid, and wants to see at once. */
const TOUCHES = ['pointerdown', 'wheel', 'keydown'] as const;

/**
 * Keeps the grid as it is on the screen until what is returned is called, or a person touches it: each painting of a large
 * sheet takes a third of a second, during which nothing else is done.
 */
export function holdPainting(page: HTMLElement, { injector, unitId }: Grid): () => void {
  const scene = injector.get(IRenderManagerService).getRenderById(unitId)?.scene;
  if (!scene) return () => undefined;
  const { render } = scene;
  scene.render = () => undefined;
  const paint = () => {
    scene.render = render;
    for (const touch of TOUCHES) page.removeEventListener(touch, paint, { capture: true });
  };
  for (const touch of TOUCHES) page.addEventListener(touch, paint, { capture: true, passive: true });
  return paint;
}

/** Zooms the sheet in front out until all columns of an area are in view; a larger view is left as it is. */
export async function fitColumns(page: HTMLElement, grid: Grid, area: Rect): Promise<void> {
  const sheet = grid.workbook.getActiveSheet();
  const zoomRatio = zoomThatFits(page, columnsOf(sheet), area);
  if (zoomRatio >= sheet.getZoomRatio()) return;
  await grid.commands.executeCommand(SetZoomRatioCommand.id, {
    unitId: grid.unitId,
    subUnitId: sheet.getSheetId(),
    zoomRatio,
  });
}

/** The same for a sheet that is yet to be opened, so that it need not be painted twice. */
export function fitColumnsOf(sheet: Partial<IWorksheetData>, page: HTMLElement, area: Rect): void {
  sheet.zoomRatio = Math.min(sheet.zoomRatio ?? 1, zoomThatFits(page, columnsIn(sheet), area));
}

/** The largest zoom at which all columns of an area are in view. */
function zoomThatFits({ clientWidth }: HTMLElement, columns: Lines, area: Rect): number {
  const needed = startOf(columns, area.column + area.columns) + BESIDE.headers;
  return Math.max(SMALLEST, Math.floor((100 * (clientWidth - BESIDE.scrollBar)) / needed) / 100);
}
