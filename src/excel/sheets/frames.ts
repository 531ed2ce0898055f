import { toA1, type Rect } from '../../notebook/sheet/address';
import type { FrameKind } from '../../notebook/explain/explanation';
import { paint } from '../context';
import { cellFrameTexts } from '../../texts/excel/frames';

/** Cells to be outlined. */
export interface SheetFrame {
  readonly rect: Rect;
  readonly kind: FrameKind;
}

/** The frames of one sheet. */
export interface Framed {
  /** Its id. */
  readonly sheet: string;
  readonly frames: readonly SheetFrame[];
}

/**
 * Outline cells with rectangles that float over them: no cell, and no format of one, is touched. Rectangles that are
 * there are moved; those that are left over are hidden, since deleting and adding flickers. Two requests.
 *
 * In Excel itself moving a shape is an action that Ctrl+Z can take back, or that ends what could be undone before,
 * depending on its version; the embedded workbook keeps shapes out of its history.
 * @param leaving id of the sheet that was framed before, whose frames go
 */
export async function moveFrames(
  context: Excel.RequestContext,
  { sheet: id, frames }: Framed,
  leaving?: string,
): Promise<void> {
  const { worksheets } = context.workbook;
  const sheet = worksheets.getItemOrNullObject(id);
  const left = leaving === undefined || leaving === id ? undefined : worksheets.getItemOrNullObject(leaving);
  for (const each of left ? [sheet, left] : [sheet]) each.shapes.load('items/name');
  const ranges = frames.map(({ rect }) => {
    const range = sheet.getRange(toA1(rect));
    range.load('left,top,width,height');
    return range;
  });
  await context.sync();
  await paint(context, () => {
    if (left && !left.isNullObject) for (const shape of framesOn(left)) shape.delete();
    if (!sheet.isNullObject) place(sheet, frames, ranges);
  });
}

/** Take all frames of the workbook away, also those that it was saved with. */
export async function removeFrames(context: Excel.RequestContext): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id');
  await context.sync();
  for (const sheet of worksheets.items) sheet.shapes.load('items/name');
  await context.sync();
  const frames = worksheets.items.flatMap(framesOn);
  if (frames.length === 0) return;
  await paint(context, () => {
    for (const shape of frames) shape.delete();
  });
}

const NAME = 'cellvolution.frame.';

/** Green is where a cell comes from, purple what it changes, orange what it is multiplied with. */
export const FRAME_COLOURS: Readonly<Record<FrameKind, string>> = {
  source: '#0B6A0B',
  influence: '#5C2E91',
  partner: '#CA5010',
};

/** Dashes distinguish the kinds as well as colours do. */
const DASHES: Readonly<Record<FrameKind, 'Solid' | 'Dash' | 'SquareDot'>> = {
  source: 'Solid',
  influence: 'Dash',
  partner: 'SquareDot',
};
/** In points. */
const WEIGHT = 1.5;

/** After `shapes` were loaded: those that are ours. */
function framesOn({ shapes }: Excel.Worksheet): Excel.Shape[] {
  return shapes.items.filter(({ name }) => name.startsWith(NAME));
}

/** Queue the moving of the frames of a sheet, and the adding of those that are missing. */
function place(sheet: Excel.Worksheet, frames: readonly SheetFrame[], ranges: readonly Excel.Range[]): void {
  const shapes = new Map(framesOn(sheet).map((shape) => [shape.name, shape]));
  frames.forEach(({ kind }, index) => {
    const name = NAME + (index + 1);
    const shape = shapes.get(name) ?? newFrame(sheet, name);
    shapes.delete(name);
    const { left, top, width, height } = ranges[index];
    shape.set({ left, top, width, height, visible: true });
    shape.lineFormat.set({ color: FRAME_COLOURS[kind], dashStyle: DASHES[kind] });
  });
  for (const shape of shapes.values()) shape.visible = false;
}

function newFrame(sheet: Excel.Worksheet, name: string): Excel.Shape {
  const shape = sheet.shapes.addGeometricShape('Rectangle');
  shape.name = name;
  shape.altTextTitle = cellFrameTexts.altText;
  shape.fill.clear();
  shape.lineFormat.weight = WEIGHT;
  return shape;
}
