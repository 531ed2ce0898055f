import { adoptTexts } from '../../texts/adopt';
import { overlap, type Rect } from '../sheet/address';
import { Activations } from './activations';
import { convolution, groupsOf } from './convolution';
import { dense } from './dense';
import {
  copiesOf,
  dropoutBehind,
  dropoutInside,
  dropoutOf,
  isMaskedCopy,
  maskedImage,
  masksByCell,
} from './dropout';
import { inputOf, maskedInput } from './input';
import type { Lattice } from './lattice';
import { idOf, nameOf, type CellId } from './meaning';
import { sharedWeights, sumsOfTyped, weighted, weightsBeside } from './orient';
import type { FoundConvolution, FoundDense, FoundLayer, FoundNetwork, FoundPool } from './recognised';
import { meanOf, pool, type PooledCell } from './pool';
import { ReadSheet, type SheetCells, type Sum } from './readSheet';
import { Stopped } from './stopped';

/**
 * Finds the network that a sheet computes, whatever its addresses are.
 * @throws Stopped at the cell where recognition came to an end
 */
export function recognise(cells: SheetCells): { readonly sheet: ReadSheet; readonly found: FoundNetwork } {
  const sheet = new ReadSheet(cells);
  const layers: FoundLayer[] = [];
  let input: readonly Lattice[] = [];
  try {
    const first = firstLayers(sheet);
    input = first.input.maps;
    layers.push(...first.layers);
    for (let before = first.input; ;) {
      before = afterLayer(layers[layers.length - 1], before);
      const { instead, then } = nextLayers(sheet, before, layers);
      if (instead) layers.splice(layers.length - instead.length, instead.length, ...instead);
      layers.push(...then);
      const last = layers[layers.length - 1];
      if (last.kind !== 'dense') continue;
      checkEnd(sheet, last);
      return { sheet, found: { input, layers } };
    }
  } catch (error) {
    throw error instanceof Stopped ? Object.assign(error, { layers, input }) : error;
  }
}

/** What stands directly behind the image: a convolution, or dropout. */
function firstLayers(sheet: ReadSheet): { readonly input: Activations; readonly layers: FoundLayer[] } {
  const all = sumsOfTyped(sheet);
  const masked = all.length ? [] : maskedImage(sheet);
  if (masked.length) {
    const input = maskedInput(masked);
    return { input, layers: [dropoutBehind(masked, input)] };
  }
  const [first] = all;
  if (!first) throw new Stopped(undefined, adoptTexts.noSums);
  const weights = sharedWeights(all);
  // A sum that has nothing in common with any other is none of a map.
  const sums = all.filter(({ products }) =>
    products.some(({ cells }) => cells.some((cell) => weights.has(cell))),
  );
  if (sums.length === 0) throw new Stopped(first.cell, adoptTexts.unclearWeights(nameOf(first.cell)));
  const groups = groupsOf(weighted(sheet, sums, weights));
  const input = inputOf(sheet, groups);
  return { input, layers: withDropout(convolution(sheet, groups, input), sums, input) };
}

/** What the next layer reads. */
function afterLayer(layer: FoundLayer, before: Activations): Activations {
  if (layer.kind === 'dense') return before;
  const extra = layer.maps.flatMap((map, channel) => map.extra.map((cell) => ({ channel, cell })));
  return new Activations(
    layer.maps.map(({ lattice }) => lattice),
    extra,
  );
}

/** What comes next. */
interface Next {
  /** The last layers as they turn out to be. */
  readonly instead?: readonly FoundLayer[];
  readonly then: readonly FoundLayer[];
}

/** Nothing may go on behind the outputs but what makes probabilities of them, which the notebook computes itself. */
function checkEnd(sheet: ReadSheet, { outputs, rectified }: FoundDense): void {
  const goesOn = (cells: readonly CellId[]) =>
    cells.some((cell) => outputs.includes(cell)) &&
    cells.some((cell) => sheet.typedNumber(cell) !== undefined);
  const hidden = sheet.sums.find(({ products }) => products.some(({ cells }) => goesOn(cells)));
  if (hidden) throw new Stopped(hidden.cell, adoptTexts.hiddenDense(nameOf(hidden.cell)));
  if (rectified) throw new Stopped(outputs[0], adoptTexts.reluAtEnd(nameOf(outputs[0])));
}

function nextLayers(sheet: ReadSheet, before: Activations, layers: readonly FoundLayer[]): Next {
  const reads = (cells: readonly CellId[]) => cells.some((cell) => before.has(cell));
  const sums = sheet.sums.filter(({ products }) => products.some(({ cells }) => reads(cells)));
  if (sums.length) return { then: weightedLayers(sheet, sums, before) };
  const copies = sheet.sums.filter(
    ({ products, singles }) => !products.length && singles.length === 1 && reads(singles[0].cells),
  );
  const cut = copies.filter(({ rectified }) => rectified);
  if (cut.length) return rectifiedBy(cut, before, layers);
  const masked = copies.filter(isMaskedCopy);
  if (masked.length) return { then: [dropoutBehind(masked, before)] };
  const all = (pooled: readonly PooledCell[]) =>
    pooled.filter(({ cells }) => cells.some((cell) => before.find(cell)));
  const largest = all(sheet.largest);
  if (largest.length)
    return { then: withDropout(pool(sheet, 'maxPool2d', largest, before), largest, before) };
  const means = all(sheet.sums.flatMap((sum) => meanOf(sum) ?? []));
  if (means.length) return { then: withDropout(pool(sheet, 'averagePool2d', means, before), means, before) };
  throw noEnd(sheet, before);
}

/** The layer and, where its cells are masked in the same formula, the dropout behind it, or inside it. */
function withDropout(
  layer: FoundConvolution | FoundPool | FoundDense,
  cells: readonly (Sum | PooledCell)[],
  before: Activations,
): FoundLayer[] {
  const masks = masksByCell(cells);
  const sums = cells.filter((each): each is Sum => 'products' in each);
  const inside = dropoutInside(sums, before);
  const all = inside ? [inside, layer] : [layer];
  if (masks.size === 0) return all;
  if (layer.kind === 'dense')
    throw new Stopped(layer.outputs[0], adoptTexts.maskAtEnd(nameOf(layer.outputs[0])));
  const behind = dropoutOf(layer.maps, (cell) => masks.get(cell), true);
  return [...all.slice(0, -1), { ...layer, isHidden: true }, behind];
}

function weightedLayers(sheet: ReadSheet, reading: readonly Sum[], before: Activations): FoundLayer[] {
  const weights = weightsBeside(before, reading);
  // Also those at the end of a map that read only what lies beside the maps.
  const sums = sheet.sums.filter(
    ({ products }) =>
      products.length > 0 && products.some(({ cells }) => cells.some((cell) => weights.has(cell))),
  );
  const oriented = weighted(sheet, sums, weights);
  const groups = groupsOf(oriented);
  const layer = groups.every((group) => group.length === 1)
    ? dense(sheet, oriented, before)
    : convolution(sheet, groups, before);
  return withDropout(layer, sums, before);
}

/**
 * Cells that are each the larger of 0 and one cell of a map, and may be masked. The convolution before ends there. Behind a
 * pool of largest cells it does not matter which comes first, so that the convolution before it is taken to have it.
 */
function rectifiedBy(sums: readonly Sum[], before: Activations, layers: readonly FoundLayer[]): Next {
  const [{ cell: at }] = sums;
  const [last, earlier] = [layers[layers.length - 1], layers[layers.length - 2]];
  const cells = copiesOf(sums, before, adoptTexts.someRelu);
  const masks = masksByCell(sums);
  const then = masks.size ? [dropoutOf(cells, (cell) => masks.get(cell), true)] : [];
  const isHidden = then.length > 0;
  if (last.kind === 'conv2d') {
    const maps = last.maps.map((map, index) => ({ ...map, lattice: cells[index].lattice, extra: [] }));
    return { instead: [{ ...last, rectified: true, maps, isHidden }], then };
  }
  if (last.kind !== 'maxPool2d' || earlier?.kind !== 'conv2d')
    throw new Stopped(at, adoptTexts.reluBehind(nameOf(at)));
  const maps = last.maps.map((map, index) => ({ ...map, lattice: cells[index].lattice, extra: [] }));
  const rectified = { ...earlier, rectified: true, isHidden: earlier.isHidden ?? !earlier.rectified };
  return { instead: [rectified, { ...last, maps, isHidden }], then };
}

/** Why there is no dense layer: at a formula that is not understood, or because nothing goes on. */
function noEnd(sheet: ReadSheet, before: Activations): Stopped {
  const last = idOf(before.maps[0].row, before.maps[0].column);
  const [foreign] = sheet.foreign.filter(({ reads }) =>
    reads.some((rect) => before.maps.some((map) => overlap(rect, areaOf(map)))),
  );
  if (foreign) return new Stopped(foreign.cell, adoptTexts.goesOn(nameOf(foreign.cell), foreign.part));
  return new Stopped(undefined, adoptTexts.noEnd(nameOf(last)));
}

function areaOf({ row, column, rows, columns, down, across }: Lattice): Rect {
  return { row, column, rows: (rows - 1) * down + 1, columns: (columns - 1) * across + 1 };
}
