import { boundingRect, shifted, type Rect } from '../sheet/address';
import { valueShape, type Block } from '../sheet/block';
import { NAMES } from '../layout/outputs';
import type { SheetKey } from '../sheet/plan';
import type { Frame, FrameKind } from './explanation';
import type { Scene } from './scene';
import type { Masks } from './influence';

/** The most frames on a sheet: more would cover it, and take long to move. */
export const MOST_FRAMES = 64;

/** Numbers of tensors to outline, by kind of frame. */
export interface Outlined {
  readonly kind: FrameKind;
  readonly masks: Masks;
}

/**
 * Frames on one sheet: one around the marked numbers of each block. Where that would be too many, the layers
 * with the most blocks get a single frame around all of theirs.
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

/** Frames around what follows the loss: the predicted word and the mean over the batch. */
export function framesOfNamed(scene: Scene, names: readonly string[], kind: FrameKind): Frame[] {
  const { blocks } = scene.context.plan.layout;
  return blocks.flatMap((block) => {
    const rect = names.includes(block.name) ? scene.context.placeOf('values', block) : undefined;
    return rect ? [{ rect, kind }] : [];
  });
}

export const AFTER_LOSS: readonly string[] = [NAMES.predicted, NAMES.batchLoss];

/** For each block of a tensor, the rectangle around its marked numbers. */
function rectsOf(scene: Scene, key: SheetKey, tensor: string, mask: Uint8Array): Rect[] {
  return scene.valueCells.blocksOf(tensor).flatMap((block) => {
    const place = scene.context.placeOf(key, block);
    const within = place && boundsIn(block, mask);
    return within ? [shifted(within, place)] : [];
  });
}

/** In cells, from the block's first cell. */
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

/** The matrices of a filter stand below each other, so they share one frame. */
function joined(rects: Rect[]): Rect[] {
  return rects.length > 1 ? [boundingRect(rects)] : rects;
}

function isWhole(tensor: string): boolean {
  return tensor.endsWith('.filters');
}
