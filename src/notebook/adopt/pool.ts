import { adoptTexts } from '../../texts/adopt';
import { strideWords } from '../sheet/strideWords';
import type { Activations } from './activations';
import { placeIn, stepsOf } from './lattice';
import { idOf, nameOf, type CellId, type Mask } from './meaning';
import { slidMap, type Patch } from './patches';
import type { FoundPool, SlidMap } from './recognised';
import type { ReadSheet, Sum } from './readSheet';
import { Stopped } from './stopped';

/** A computed cell and the cells of a map that it pools. */
export interface PooledCell {
  readonly cell: CellId;
  readonly cells: readonly CellId[];
  readonly mask: Mask | undefined;
}

/** The mean of some cells; undefined if the sum is none. */
export function meanOf({ cell, products, singles, constant, rectified, mask }: Sum): PooledCell | undefined {
  const isMean = singles.length > 1 && products.length === 0 && constant === 0 && !rectified;
  const share = 1 / singles.length;
  if (!isMean || singles.some((each) => each.mask || Math.abs(each.factor - share) > 1e-12)) return undefined;
  return { cell, cells: singles.map(({ cells }) => cells[0]), mask };
}

/** A pool over maps that are known. @throws Stopped at the cell where the cells are none */
export function pool(
  sheet: ReadSheet,
  kind: FoundPool['kind'],
  pooled: readonly PooledCell[],
  before: Activations,
): FoundPool {
  const windows = pooled.map((each) => windowOf(each, before));
  const size = [
    Math.max(...windows.map(({ height }) => height)),
    Math.max(...windows.map(({ width }) => width)),
  ] as const;
  const maps = before.maps.map((map, channel) => {
    const own = windows.filter((window) => window.channel === channel);
    const at = idOf(map.row, map.column);
    if (own.length === 0) throw new Stopped(at, adoptTexts.missingMaps(nameOf(at)));
    return slidMap(own, { input: [before.rows, before.columns], kernel: size, dilation: 1 });
  });
  const [first] = maps;
  for (const map of maps) {
    const { row, column, rows, columns } = map.lattice;
    const isSame = rows === first.lattice.rows && columns === first.lattice.columns;
    if (!isSame || strideWords(map.stride) !== strideWords(first.stride) || map.padding !== first.padding)
      throw new Stopped(idOf(row, column), adoptTexts.oddSizes(nameOf(idOf(row, column))));
  }
  checkWindows(sheet, pooled, maps, before);
  return { kind, size, stride: first.stride, padding: first.padding, maps };
}

interface Window extends Patch {
  readonly channel: number;
  readonly height: number;
  readonly width: number;
}

function windowOf({ cell, cells }: PooledCell, before: Activations): Window {
  const channels = new Set(cells.flatMap((each) => before.find(each)?.channel ?? []));
  const [channel] = channels;
  if (channels.size !== 1) throw new Stopped(cell, adoptTexts.windowOfTwo(nameOf(cell)));
  const places = cells.map((each) => placeIn(before.maps[channel], each));
  const ys = stepsOf(places.flatMap((place) => place?.y ?? []));
  const xs = stepsOf(places.flatMap((place) => place?.x ?? []));
  // A spread map has blank cells between its values, which neither MAX nor AVERAGE counts.
  const isWhole = ys && xs && ys.count * xs.count === places.filter((place) => place).length;
  if (!isWhole || (ys.count > 1 && ys.step !== 1) || (xs.count > 1 && xs.step !== 1))
    throw new Stopped(cell, adoptTexts.missingWeights(nameOf(cell)));
  return { cell, channel, y: ys.first, x: xs.first, height: ys.count, width: xs.count };
}

/** What a window reads beside its map must be blank: a number there would count, whatever the padding. */
function checkWindows(
  sheet: ReadSheet,
  pooled: readonly PooledCell[],
  maps: readonly SlidMap[],
  before: Activations,
): void {
  const extra = new Set(maps.flatMap((map) => map.extra));
  for (const { cell, cells } of pooled.filter((each) => !extra.has(each.cell)))
    for (const read of cells)
      if (!before.has(read) && !sheet.isBlank(read))
        throw new Stopped(cell, adoptTexts.outside(nameOf(cell), nameOf(read)));
}
