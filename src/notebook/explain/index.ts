import { toA1 } from '../sheet/address';
import type { Block } from '../sheet/block';
import type { SheetKey } from '../sheet/plan';
import { indexOf, spotAt, type Spot } from '../sheet/valueCells';
import type { CellRef, Explanation, Part } from './explanation';
import { flatOf } from './flattenPosition';
import { gradientParts } from './gradients';
import { nothingAt, titleOf } from './emptyCell';
import { positionIn, Scene, type ExplainContext } from './scene';
import { gradientFrames, valueFrames } from './outlines';
import { valueParts } from './values';
import { memoryParts, nextParts, turnedParts } from './weights';
import { roleOf } from './roles';

export type { ExplainContext, Numbers, TakenStep } from './scene';
export type { Explanation } from './explanation';

/** Where the value of a cell comes from, with the numbers as they are now, and what it changes. */
export function explainCell(context: ExplainContext, at: CellRef): Explanation {
  const cell = toA1({ ...at, rows: 1, columns: 1 });
  const scene = new Scene(context);
  const spot = spotUnder(context, at);
  if (!spot || !('row' in spot)) return { cell, sheet: at.key, ...nothingAt(scene, at, spot?.block) };
  const position = positionIn(spot);
  const parts = partsOf(scene, at.key, spot);
  return {
    cell,
    sheet: at.key,
    title: titleOf(at.key, spot.block),
    where: `${position && `${capital(position)}. `}${roleOf(scene, at.key, spot)}`,
    value: valueAt(context, at.key, spot),
    change: changeIn(parts),
    parts,
    frames: framesAt(scene, at.key, spot),
    flat: flatAt(scene, at.key, spot),
  };
}

/** The number in a cell; of a spread block's gap, and between blocks, only what stands around it. */
function spotUnder(
  { plan, placeOf }: ExplainContext,
  at: CellRef,
): Spot | { readonly block: Block } | undefined {
  for (const block of plan.sheets[at.key].blocks) {
    const place = placeOf(at.key, block);
    if (!place) continue;
    const [row, column] = [at.row - place.row, at.column - place.column];
    if (row < 0 || column < 0 || row >= place.rows || column >= place.columns) continue;
    return spotAt(block, row, column) ?? { block };
  }
  return undefined;
}

function valueAt({ numbers }: ExplainContext, key: SheetKey, spot: Spot): number | undefined {
  const { role, source } = spot.block;
  if (role === 'message' || role === 'predicted' || source.kind === 'setting') return undefined;
  return numbers.valuesFor(key, spot.block)[indexOf(spot) - source.offset];
}

/** Only a weight after a step, or before one, has a change. */
function changeIn(parts: readonly Part[]): number | undefined {
  const changed = parts.findLast((part) => 'result' in part && part.result.change !== undefined);
  return changed && 'result' in changed ? changed.result.change : undefined;
}

function partsOf(scene: Scene, key: SheetKey, spot: Spot): Part[] {
  switch (key) {
    case 'values':
      return valueParts(scene, spot);
    case 'gradients':
      return gradientParts(scene, spot);
    case 'next':
      return nextParts(scene, spot);
    case 'turned':
      return turnedParts(scene, spot);
    default:
      return memoryParts(scene, key, spot);
  }
}

function framesAt(scene: Scene, key: SheetKey, spot: Spot) {
  if (key === 'values') return valueFrames(scene, spot);
  return key === 'gradients' ? gradientFrames(scene, spot) : [];
}

/** The flattened row, where the cell is one of its numbers, or a weight for one of them. */
function flatAt(scene: Scene, key: SheetKey, spot: Spot) {
  const { source, role } = spot.block;
  if (key !== 'values' && key !== 'gradients') return undefined;
  const index = indexOf(spot);
  if (role !== 'weights')
    return source.kind === 'activation' ? flatOf(scene, source.tensor, index) : undefined;
  const reader = source.tensor.split('.')[0];
  const position = scene.network.spec.layers.findIndex(({ name }) => name === reader);
  const before = scene.network.spec.layers[position - 1];
  if (before?.type !== 'flatten') return undefined;
  return flatOf(scene, before.name, index % scene.network.shapes[position].input.channels);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
