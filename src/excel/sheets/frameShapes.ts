import type { FrameKind } from '../../notebook/explain/explanation';

/** Names of the shapes begin with it. */
export const FRAME_NAME = 'cellvolution.frame.';

/** Green is where a cell comes from, purple what it changes, orange what it is multiplied with. */
export const FRAME_COLOURS: Readonly<Record<FrameKind, string>> = {
  source: '#0B6A0B',
  influence: '#5C2E91',
  partner: '#CA5010',
};

/** Removes all frames from the workbook, including those it was saved with. */
export async function removeFrames(context: Excel.RequestContext): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id');
  await context.sync();
  for (const sheet of worksheets.items) sheet.shapes.load('items/name');
  await context.sync();
  const frames = worksheets.items.flatMap(framesOn);
  if (frames.length === 0) return;
  for (const shape of frames) shape.delete();
  await context.sync();
}

/** After `shapes` was loaded: the add-in's own shapes. */
export function framesOn({ shapes }: Excel.Worksheet): Excel.Shape[] {
  return shapes.items.filter(({ name }) => name.startsWith(FRAME_NAME));
}
