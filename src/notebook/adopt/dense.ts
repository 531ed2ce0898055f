import { adoptTexts } from '../../texts/adopt';
import type { Activations } from './activations';
import { inOrder } from './convolution';
import type { FoundDense } from './recognised';
import { cellsOf, type Lattice, type LatticePlace } from './lattice';
import { nameOf, type CellId } from './meaning';
import type { WeightedSum } from './orient';
import type { ReadSheet } from './readSheet';
import { allOrNone, areRectified, biasOf } from './sameForAll';
import { Stopped } from './stopped';

/** A dense layer over maps that are known. @throws Stopped at the cell where the sums are none */
export function dense(sheet: ReadSheet, sums: readonly WeightedSum[], before: Activations): FoundDense {
  const units = [...sums].sort((a, b) => a.cell - b.cell);
  const outputs = units.map(({ cell }) => cell);
  return {
    kind: 'dense',
    rectified: areRectified(units.map(({ sum }) => sum)),
    outputs,
    weights: units.map((unit) => weightsOf(unit, before)),
    biases: allOrNone(
      units.map(({ sum }) => biasOf(sheet, [sum])),
      outputs,
    ),
    extra: units.flatMap(({ pairs }) =>
      pairs.flatMap(({ input, weight }) => (before.has(input) || sheet.isBlank(weight) ? [] : [weight])),
    ),
  };
}

function weightsOf({ cell, pairs }: WeightedSum, before: Activations): Lattice[] {
  const byChannel = before.maps.map((): (readonly [CellId, LatticePlace])[] => []);
  const met = new Set<CellId>();
  for (const { input, weight } of pairs) {
    const place = before.find(input);
    if (!place || !before.has(input)) continue;
    if (met.has(input)) throw new Stopped(cell, adoptTexts.missingWeights(nameOf(cell)));
    met.add(input);
    byChannel[place.channel].push([weight, place]);
  }
  const left = before.maps.flatMap(cellsOf).find((each) => !met.has(each));
  if (left !== undefined) throw new Stopped(cell, adoptTexts.unusedInput(nameOf(cell), nameOf(left)));
  return byChannel.map(inOrder);
}
