import { boundingRect, shifted, type Rect } from '../sheet/address';
import { valueShape, type Block } from '../sheet/block';
import { NAMES } from '../layout/outputs';
import type { SheetKey } from '../sheet/plan';
import type { Frame, FrameKind } from './explanation';
import type { Scene } from './scene';
import type { Masks } from './influence';

/** More frames than this would cover the sheet, and take long to move. */
export const MOST_FRAMES = 64;

/** What is to be outlined: numbers of tensors, by kind. */
export interface Outlined {
  readonly kind: FrameKind;
  readonly masks: Masks;
}

/**
 * Outlines on one sheet: one for each block that holds some of the numbers, from the first of them to the last. Where
 * that would be too many, the layers with the most blocks get one outline round all of theirs.
 */
export function framesOf(scene: Scene, key: SheetKey, outlined: readonly Outlined[]): Frame[] {
  const groups = outlined.flatMap(({ kind, masks }) =>
    [...masks].map(([tensor, mask]) => ({
      kind,
      rects: isWhole(tensor) ? joined(rectsOf(scene, key, tensor, mask)) : rectsOf(scene, key, tensor, mask),
    })),
  );
  const count = () => groups.reduce((total, { rects }) => total + rects.length, 0);
  while (count() > MOST_FRAMES) {
    const largest = groups.reduce((a, b) => (b.rects.length > a.rects.length ? b : a));
    if (largest.rects.length === 1) break;
    largest.rects = [boundingRect(largest.rects)];
  }
  return groups.flatMap(({ kind, rects }) => rects.map((rect) => ({ rect, kind })));
}

/** What follows from the loss, outside of the engine: the word, and the mean over the batch. */
export function framesOfNamed(scene: Scene, names: readonly string[], kind: FrameKind): Frame[] {
  const { blocks } = scene.context.plan.layout;
  return blocks.flatMap((block) => {
    const rect = names.includes(block.name) ? scene.context.placeOf('values', block) : undefined;
    return rect ? [{ rect, kind }] : [];
  });
}

export const AFTER_LOSS: readonly string[] = [NAMES.predicted, NAMES.batchLoss];

/** For each block of a tensor: the rectangle round those of its numbers that are meant. */
function rectsOf(scene: Scene, key: SheetKey, tensor: string, mask: Uint8Array): Rect[] {
  return scene.valueCells.blocksOf(tensor).flatMap((block) => {
    const place = scene.context.placeOf(key, block);
    const within = place && boundsIn(block, mask);
    return within ? [shifted(within, place)] : [];
  });
}

/** In cells, counted from the first of the block. */
function boundsIn(block: Block, mask: Uint8Array): Rect | undefined {
  const { rows, columns } = valueShape(block);
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (let row = 0, i = block.source.offset; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) {
      if (!mask[i]) continue;
      if (top === Infinity) top = row;
      bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
  }
  if (bottom < 0) return undefined;
  const extent = (from: number, to: number) => (to - from) * block.jump + 1;
  return {
    row: top * block.jump,
    column: left * block.jump,
    rows: extent(top, bottom),
    columns: extent(left, right),
  };
}

/** The matrices of a filter stand one above the other: one frame goes round all of them. */
function joined(rects: Rect[]): Rect[] {
  return rects.length > 1 ? [boundingRect(rects)] : rects;
}

function isWhole(tensor: string): boolean {
  return tensor.endsWith('.filters');
}
