import { cellRect, toA1, type Rect } from '../../notebook/sheet/address';
import type { FrameKind } from '../../notebook/explain/explanation';
import { untracked } from '../context';
import { cellFrameTexts } from '../../texts/excel/frames';
import { CellEdges } from './cellEdges';
import { FRAME_COLOURS, FRAME_NAME, framesOn, removeFrames } from './frameShapes';

/** Cells to outline. */
export interface SheetFrame {
  readonly rect: Rect;
  readonly kind: FrameKind;
}

/** The frames of one sheet. */
export interface Framed {
  /** Its id. */
  readonly sheet: string;
  readonly frames: readonly SheetFrame[];
  /** First columns of those that were drawn equally wide. */
  readonly columns: readonly number[];
}

/** The position of a frame, in points. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A shape on the sheet, and the cells it outlines; none while it is hidden. */
interface ShownShape {
  readonly kind?: FrameKind;
  readonly box?: Box;
}

/** What is known about a sheet with frames. */
interface FramedSheet {
  readonly id: string;
  readonly columns: CellEdges;
  readonly rows: CellEdges;
  /** By name. */
  readonly shapes: Map<string, ShownShape>;
}

/**
 * Outlines cells with rectangles that float over them: no cell, and no format of one, is touched. Existing
 * rectangles are moved where necessary, and superfluous ones are hidden, since deleting and adding flickers.
 *
 * Other cells of the same sheet are framed in one request, at places that follow from those that are known;
 * the same request asks where the cells are, and only where somebody has changed widths meanwhile there is
 * another one. The first frames of a sheet take two.
 *
 * In Excel itself moving a shape is an action that Ctrl+Z can take back, or that ends what could be undone
 * before, depending on its version; the embedded workbook keeps shapes out of its history.
 */
export class CellFrames {
  private shown?: FramedSheet;

  async move(context: Excel.RequestContext, framed: Framed): Promise<void> {
    const { shown } = this;
    // After a failure nothing about the sheet is known.
    this.shown = undefined;
    const isNear = shown?.id === framed.sheet && framed.frames.every(({ rect }) => guess(shown, rect));
    const known = isNear ? await moveGuessed(context, framed, shown).catch(() => undefined) : undefined;
    this.shown = known ?? (await moveAnew(context, framed, shown?.id));
  }

  /** Removes all frames from the workbook. */
  async remove(context: Excel.RequestContext): Promise<void> {
    this.shown = undefined;
    await removeFrames(context);
  }
}

/** @throws if an expected shape is gone */
async function moveGuessed(
  context: Excel.RequestContext,
  { sheet: id, frames }: Framed,
  shown: FramedSheet,
): Promise<FramedSheet> {
  const sheet = context.workbook.worksheets.getItem(id);
  const ranges = frames.map(({ rect }) => askBox(sheet, rect));
  const guessed = frames.map(({ rect }) => guess(shown, rect)!);
  const itemOf = (name: string) => sheet.shapes.getItem(name);
  place(sheet, frames, guessed, shown.shapes, itemOf);
  await context.sync();
  if (ranges.every((range, index) => isSameBox(range, guessed[index]))) return shown;
  const anew = { ...shown, columns: new CellEdges(), rows: new CellEdges() };
  frames.forEach(({ rect }, index) => learn(anew, rect, ranges[index]));
  place(sheet, frames, ranges.map(boxOf), shown.shapes, itemOf);
  await context.sync();
  return anew;
}

/** @param leaving id of the sheet framed before, whose frames are removed */
async function moveAnew(
  context: Excel.RequestContext,
  { sheet: id, frames, columns }: Framed,
  leaving?: string,
): Promise<FramedSheet | undefined> {
  const { worksheets } = context.workbook;
  const sheet = worksheets.getItemOrNullObject(id);
  const left = leaving === undefined || leaving === id ? undefined : worksheets.getItemOrNullObject(leaving);
  for (const each of left ? [sheet, left] : [sheet]) each.shapes.load('items/name');
  const rects = [...frames.map(({ rect }) => rect), ...columns.map((column) => cellRect(0, column))];
  const ranges = rects.map((rect) => askBox(sheet, rect));
  await context.sync();
  if (left && !left.isNullObject) for (const shape of framesOn(left)) shape.delete();
  const there = sheet.isNullObject ? [] : framesOn(sheet);
  const shown = {
    id,
    columns: new CellEdges(),
    rows: new CellEdges(),
    shapes: new Map<string, ShownShape>(),
  };
  for (const { name } of there) shown.shapes.set(name, {});
  if (!sheet.isNullObject) {
    rects.forEach((rect, index) => learn(shown, rect, ranges[index]));
    const items = new Map(there.map((shape) => [shape.name, shape]));
    place(sheet, frames, ranges.slice(0, frames.length).map(boxOf), shown.shapes, (name) => items.get(name)!);
    const over = there.filter(({ name }) => !shown.shapes.get(name)?.box);
    for (const shape of over) shape.visible = false;
  }
  await context.sync();
  return sheet.isNullObject ? undefined : shown;
}

/** Dashes distinguish the kinds as well as colours do. */
const DASHES: Readonly<Record<FrameKind, 'Solid' | 'Dash' | 'SquareDot'>> = {
  source: 'Solid',
  influence: 'Dash',
  partner: 'SquareDot',
};
/** In points. */
const WEIGHT = 1.5;

/** Queues moving frames, adding missing ones, and hiding superfluous ones. */
function place(
  sheet: Excel.Worksheet,
  frames: readonly SheetFrame[],
  boxes: readonly Box[],
  shapes: Map<string, ShownShape>,
  itemOf: (name: string) => Excel.Shape,
): void {
  const names = frames.map((_, index) => FRAME_NAME + (index + 1));
  frames.forEach(({ kind }, index) => {
    const name = names[index];
    const before = shapes.get(name);
    const box = boxes[index];
    const isPlaced = before?.box && isSameBox(before.box, box);
    if (!isPlaced || before?.kind !== kind) {
      const shape = before ? itemOf(name) : newFrame(sheet, name);
      if (!isPlaced) shape.set({ ...box, visible: true });
      if (before?.kind !== kind)
        shape.lineFormat.set({ color: FRAME_COLOURS[kind], dashStyle: DASHES[kind] });
    }
    shapes.set(name, { kind, box });
  });
  for (const [name, { kind, box }] of shapes) {
    if (!box || names.includes(name)) continue;
    itemOf(name).visible = false;
    shapes.set(name, { kind });
  }
}

/** Queues loading the position of cells. */
function askBox(sheet: Excel.Worksheet, rect: Rect): Excel.Range {
  const range = untracked(sheet.getRange(toA1(rect)));
  range.load('left,top,width,height');
  return range;
}

function boxOf({ left, top, width, height }: Box): Box {
  return { left, top, width, height };
}

/** In points: smaller differences are invisible. */
const TOLERANCE = 0.1;

function isSameBox(a: Box, b: Box): boolean {
  return (['left', 'top', 'width', 'height'] as const).every(
    (side) => Math.abs(a[side] - b[side]) < TOLERANCE,
  );
}

function learn({ columns, rows }: FramedSheet, rect: Rect, { left, top, width, height }: Box): void {
  columns.learn(rect.column, left);
  columns.learn(rect.column + rect.columns, left + width);
  rows.learn(rect.row, top);
  rows.learn(rect.row + rect.rows, top + height);
}

function guess({ columns, rows }: FramedSheet, rect: Rect): Box | undefined {
  const [left, right] = [columns.at(rect.column), columns.at(rect.column + rect.columns)];
  const [top, bottom] = [rows.at(rect.row), rows.at(rect.row + rect.rows)];
  if (left === undefined || right === undefined || top === undefined || bottom === undefined)
    return undefined;
  return { left, top, width: right - left, height: bottom - top };
}

function newFrame(sheet: Excel.Worksheet, name: string): Excel.Shape {
  const shape = sheet.shapes.addGeometricShape('Rectangle');
  shape.name = name;
  shape.altTextTitle = cellFrameTexts.altText;
  shape.fill.clear();
  shape.lineFormat.weight = WEIGHT;
  return shape;
}
