import { adoptTexts } from '../../texts/adopt';
import { strideWords } from '../sheet/strideWords';
import type { Activations } from './activations';
import { byPlace, cellsOf, latticeOf, placeIn, stepsOf, type Lattice, type LatticePlace } from './lattice';
import { idOf, nameOf, type CellId } from './meaning';
import type { WeightedSum } from './orient';
import { slidMap, type Patch } from './patches';
import type { FoundConvolution, SlidMap } from './recognised';
import type { ReadSheet } from './readSheet';
import { allOrNone, areRectified, biasOf } from './sameForAll';
import { Stopped } from './stopped';

/** The sums of one map: those with the same weights. */
type Group = readonly WeightedSum[];

/**
 * Sums by their weights. A sum at the edge of a padded map may leave out those that meet the padding.
 */
export function groupsOf(sums: readonly WeightedSum[]): Group[] {
  const groups: { weights: ReadonlySet<CellId>; sums: WeightedSum[] }[] = [];
  const byKey = new Map<string, WeightedSum[]>();
  for (const sum of sums) {
    const key = [...new Set(sum.pairs.map(({ weight }) => weight))].sort((a, b) => a - b).join();
    byKey.set(key, [...(byKey.get(key) ?? []), sum]);
  }
  const largestFirst = [...byKey.values()].sort((a, b) => b[0].pairs.length - a[0].pairs.length);
  for (const some of largestFirst) {
    const [{ pairs }] = some;
    const home = groups.find(({ weights }) => pairs.every(({ weight }) => weights.has(weight)));
    if (home) home.sums.push(...some);
    else groups.push({ weights: new Set(pairs.map(({ weight }) => weight)), sums: [...some] });
  }
  return groups.map((group) => group.sums);
}

/** A convolution over maps that are known. @throws Stopped at the cell where the sums are none */
export function convolution(
  sheet: ReadSheet,
  groups: readonly Group[],
  before: Activations,
): FoundConvolution {
  const found = groups
    .map((group) => filterOf(sheet, group, before))
    .sort((a, b) => byPlace(a.map.lattice, b.map.lattice));
  const [first] = found;
  for (const { map, kernel, dilation } of found)
    if (keyOf(map, kernel, dilation) !== keyOf(first.map, first.kernel, first.dilation))
      throw new Stopped(cellOf(map.lattice), adoptTexts.oddSizes(nameOf(cellOf(map.lattice))));
  const kept = new Set(found.flatMap(({ map }) => cellsOf(map.lattice)));
  checkOutside(
    sheet,
    groups.flat().filter(({ cell }) => kept.has(cell)),
    before,
  );
  return {
    kind: 'conv2d',
    kernel: first.kernel,
    dilation: first.dilation,
    stride: first.map.stride,
    padding: first.map.padding,
    rectified: areRectified(groups.flat().map(({ sum }) => sum)),
    filters: found.map(({ matrices }) => matrices),
    biases: allOrNone(
      found.map(({ bias }) => bias),
      found.map(({ map }) => cellOf(map.lattice)),
    ),
    maps: found.map(({ map }) => map),
  };
}

interface FoundFilter {
  readonly kernel: readonly [number, number];
  readonly dilation: number;
  readonly matrices: readonly Lattice[];
  readonly bias: CellId | undefined;
  readonly map: SlidMap;
}

function filterOf(sheet: ReadSheet, group: Group, before: Activations): FoundFilter {
  const complete = group.reduce((a, b) => (b.pairs.length > a.pairs.length ? b : a));
  const channels = channelsOf(group, before);
  const taps = tapsOf(complete, channels, before);
  const patches = group.map(({ cell, pairs }): Patch => {
    const origins = pairs.map(({ input, weight }) => {
      const tap = taps.byWeight.get(weight);
      const place = tap && placeIn(before.maps[tap.channel], input);
      return tap && place && `${place.y - tap.y * taps.dilation} ${place.x - tap.x * taps.dilation}`;
    });
    if (new Set(origins).size !== 1 || !origins[0])
      throw new Stopped(cell, adoptTexts.otherPatch(nameOf(cell)));
    const [y, x] = origins[0].split(' ').map(Number);
    return { cell, y, x };
  });
  const input = [before.rows, before.columns] as const;
  return {
    kernel: taps.kernel,
    dilation: taps.dilation,
    matrices: taps.matrices,
    bias: biasOf(
      sheet,
      group.map(({ sum }) => sum),
    ),
    map: slidMap(patches, { input, kernel: taps.kernel, dilation: taps.dilation }),
  };
}

/** The channel that each weight meets, as far as it meets any. */
function channelsOf(group: Group, before: Activations): Map<CellId, number> {
  const channels = new Map<CellId, number>();
  for (const { pairs } of group)
    for (const { input, weight } of pairs) {
      const place = before.find(input);
      if (place) channels.set(weight, place.channel);
    }
  return channels;
}

interface Tap extends LatticePlace {
  readonly channel: number;
}

interface Taps {
  readonly kernel: readonly [number, number];
  readonly dilation: number;
  readonly byWeight: ReadonlyMap<CellId, Tap>;
  readonly matrices: readonly Lattice[];
}

/** The place of each weight in its matrix, from what a sum with all weights reads. */
function tapsOf(
  { cell, pairs }: WeightedSum,
  channels: ReadonlyMap<CellId, number>,
  before: Activations,
): Taps {
  const gap = () => new Stopped(cell, adoptTexts.missingWeights(nameOf(cell)));
  const read = pairs.map(({ input, weight }) => {
    const channel = channels.get(weight);
    const place = channel === undefined ? undefined : placeIn(before.maps[channel], input);
    if (channel === undefined || !place) throw new Stopped(cell, adoptTexts.otherPatch(nameOf(cell)));
    return { channel, weight, ...place };
  });
  const ys = stepsOf(read.map(({ y }) => y));
  const xs = stepsOf(read.map(({ x }) => x));
  const count = before.maps.length;
  if (!ys || !xs || ys.count * xs.count * count !== new Set(pairs.map(({ weight }) => weight)).size)
    throw gap();
  if (ys.count * xs.count * count !== pairs.length) throw gap();
  if (ys.count > 1 && xs.count > 1 && ys.step !== xs.step) throw gap();
  const byWeight = new Map(
    read.map(({ channel, weight, y, x }) => [
      weight,
      { channel, y: (y - ys.first) / ys.step, x: (x - xs.first) / xs.step },
    ]),
  );
  return {
    kernel: [ys.count, xs.count],
    dilation: ys.count > 1 ? ys.step : xs.step,
    byWeight,
    matrices: Array.from({ length: count }, (_, channel) => matrixOf(byWeight, channel)),
  };
}

/** The cells of one matrix, which stand as its weights are used. */
function matrixOf(byWeight: ReadonlyMap<CellId, Tap>, channel: number): Lattice {
  return inOrder([...byWeight].filter(([, tap]) => tap.channel === channel));
}

/** The lattice in which each cell stands at its place. @throws Stopped if there is none */
export function inOrder(cells: readonly (readonly [CellId, LatticePlace])[]): Lattice {
  const [first] = cells.map(([cell]) => cell).sort((a, b) => a - b);
  const lattice = latticeOf(cells.map(([cell]) => cell));
  for (const [cell, { y, x }] of cells) {
    const place = lattice && placeIn(lattice, cell);
    if (place?.y !== y || place.x !== x) throw new Stopped(first, adoptTexts.scatteredWeights(nameOf(first)));
  }
  return lattice!;
}

/** Beside the maps, formulas may read only what counts as 0. */
function checkOutside(sheet: ReadSheet, sums: Group, before: Activations): void {
  for (const { cell, pairs } of sums)
    for (const { input } of pairs)
      if (!before.has(input) && sheet.typedNumber(input) !== 0)
        throw new Stopped(cell, adoptTexts.outside(nameOf(cell), nameOf(input)));
}

function cellOf({ row, column }: Lattice): CellId {
  return idOf(row, column);
}

function keyOf({ lattice, stride, padding }: SlidMap, kernel: readonly number[], dilation: number): string {
  return [lattice.rows, lattice.columns, strideWords(stride), padding, ...kernel, dilation].join();
}
