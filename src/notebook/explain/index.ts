// Explain a cell: where its number comes from, what it changes, and the cells to outline. What is specific to
// a kind of layer, activation, loss or optimiser is in kinds; here is what they share. Imports: engine,
// sheet, layout, glossary (words on the sheet), kinds.
import { layerKindOf } from '../kinds/layers';
import { cellRect, contains, toA1 } from '../sheet/address';
import type { Block } from '../sheet/block';
import type { SheetKey } from '../sheet/plan';
import { indexOf, valueCellAt, type ValueCell } from '../sheet/valueCells';
import { nothingAt, titleOf } from './emptyCell';
import type { CellRef, Explanation, Part } from './explanation';
import { flatOf } from './flattenPosition';
import { gradientParts } from './gradients';
import { gradientFrames, valueFrames } from './outlines';
import { roleOf } from './roles';
import { positionIn, Scene, type ExplainContext } from './scene';
import { valueParts } from './values';
import { changeParts } from './changes';
import { memoryParts, nextParts, rotatedParts } from './weights';

export type { ExplainContext, Numbers, TakenStep } from './scene';
export type { Explanation } from './explanation';

/** Explains a cell: how its value is computed from the current numbers, and what it influences. */
export function explainCell(context: ExplainContext, at: CellRef): Explanation {
  const cell = toA1(cellRect(at.row, at.column));
  const scene = new Scene(context);
  const found = valueUnder(context, at);
  if (!found || !('row' in found)) return { cell, sheet: at.key, ...nothingAt(scene, at, found?.block) };
  const position = positionIn(found);
  const parts = partsOf(scene, at.key, found);
  return {
    cell,
    sheet: at.key,
    title: titleOf(at.key, found.block),
    where: `${position && `${capital(position)}. `}${roleOf(scene, at.key, found)}`,
    value: valueAt(context, at.key, found),
    change: changeIn(parts),
    parts,
    frames: framesAt(scene, at.key, found),
    flat: flatAt(scene, at.key, found),
  };
}

/** The number in a cell; in the gap of a spread block, and between blocks, only what is around it. */
function valueUnder(
  { plan, placeOf }: ExplainContext,
  at: CellRef,
): ValueCell | { readonly block: Block } | undefined {
  for (const block of plan.sheets[at.key].blocks) {
    const place = placeOf(at.key, block);
    if (place && contains(place, at))
      return valueCellAt(block, at.row - place.row, at.column - place.column) ?? { block };
  }
  return undefined;
}

function valueAt({ numbers }: ExplainContext, key: SheetKey, cell: ValueCell): number | undefined {
  const { role, source } = cell.block;
  if (role === 'message' || role === 'predicted' || source.kind === 'setting') return undefined;
  return numbers.valuesFor(key, cell.block)[indexOf(cell) - source.offset];
}

/** The change of a weight by a step; undefined for all other cells. */
function changeIn(parts: readonly Part[]): number | undefined {
  const changed = parts.findLast((part) => 'result' in part && part.result.change !== undefined);
  return changed && 'result' in changed ? changed.result.change : undefined;
}

function partsOf(scene: Scene, key: SheetKey, cell: ValueCell): Part[] {
  switch (key) {
    case 'values':
      return valueParts(scene, cell);
    case 'gradients':
      return gradientParts(scene, cell);
    case 'next':
      return nextParts(scene, cell);
    case 'rotated':
      return rotatedParts(scene, cell);
    case 'changes':
      return changeParts(scene, cell);
    default:
      return memoryParts(scene, key, cell);
  }
}

function framesAt(scene: Scene, key: SheetKey, cell: ValueCell) {
  if (key === 'values') return valueFrames(scene, cell);
  return key === 'gradients' ? gradientFrames(scene, cell) : [];
}

/** The flattened vector that the cell is part of, or a weight for. */
function flatAt(scene: Scene, key: SheetKey, cell: ValueCell) {
  const { source, role } = cell.block;
  if (key !== 'values' && key !== 'gradients') return undefined;
  const index = indexOf(cell);
  if (role !== 'weights')
    return source.kind === 'activation' ? flatOf(scene, source.tensor, index) : undefined;
  const reader = source.tensor.split('.')[0];
  const position = scene.positionOf(reader);
  const before = scene.network.spec.layers[position - 1];
  if (!before || !layerKindOf(before).explain.flattens) return undefined;
  return flatOf(scene, before.name, index % scene.network.shapes[position].input.channels);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
