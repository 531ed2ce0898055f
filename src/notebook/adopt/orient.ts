import type { CellId } from './meaning';
import { columnOf, rowOf } from './meaning';
import type { ReadSheet, Sum } from './readSheet';
import type { Activations } from './activations';
import { Stopped } from './stopped';
import { nameOf } from './meaning';
import { adoptTexts } from '../../texts/adopt';

/** One product of a sum: an input of the layer, and the weight that it is multiplied by. */
export interface Pair {
  readonly input: CellId;
  readonly weight: CellId;
}

/** A sum of which it is known which cells are weights. */
export interface WeightedSum {
  readonly cell: CellId;
  readonly pairs: readonly Pair[];
  readonly sum: Sum;
}

/** The sums of products of typed cells: those of the first layer. */
export function sumsOfTyped(sheet: ReadSheet): Sum[] {
  return sheet.sums.filter(
    ({ products }) =>
      products.length > 0 &&
      products.every(({ cells }) => cells.length === 2 && cells.every((cell) => !sheet.isFormula(cell))),
  );
}

/** The weights among what the sums of a first layer multiply: what neighbours in a map have in common. */
export function sharedWeights(sums: readonly Sum[]): Set<CellId> {
  const votes = new Map<CellId, number>();
  const vote = (cell: CellId, count: number) => votes.set(cell, (votes.get(cell) ?? 0) + count);
  for (const [one, next] of neighboursIn(sums))
    for (const { weight, input } of stepFrom(one, next) ?? []) {
      vote(weight, 1);
      vote(input, -1);
    }
  return new Set([...votes].filter(([, count]) => count > 0).map(([cell]) => cell));
}

/** The weights of a later layer: what is multiplied with maps. */
export function weightsBeside(before: Activations, sums: readonly Sum[]): Set<CellId> {
  const weights = new Set<CellId>();
  for (const { cell, products } of sums)
    for (const { cells } of products) {
      const others = cells.filter((each) => !before.find(each));
      if (others.length === 0) throw new Stopped(cell, adoptTexts.twoActivations(nameOf(cell)));
      if (others.length === 1) weights.add(others[0]);
    }
  return weights;
}

/** Tells inputs from weights in every product. Of two blank cells nothing is lost. */
export function weighted(
  sheet: ReadSheet,
  sums: readonly Sum[],
  weights: ReadonlySet<CellId>,
): WeightedSum[] {
  return sums.map((sum) => ({ cell: sum.cell, sum, pairs: pairsOf(sheet, sum, weights) }));
}

function pairsOf(sheet: ReadSheet, { cell, products }: Sum, weights: ReadonlySet<CellId>): Pair[] {
  return products.flatMap(({ cells, factor }): Pair[] => {
    if (factor !== 1 || cells.length !== 2) throw new Stopped(cell, adoptTexts.scaledProducts(nameOf(cell)));
    const [a, b] = cells;
    const input = weights.has(b) ? a : b;
    const weight = weights.has(b) ? b : a;
    if (!weights.has(weight)) {
      if (sheet.isBlank(a) && sheet.isBlank(b)) return [];
      throw new Stopped(cell, adoptTexts.unclearWeights(nameOf(cell)));
    }
    if (sheet.typedNumber(weight) === undefined)
      throw new Stopped(cell, adoptTexts.notTyped(nameOf(cell), nameOf(weight)));
    return [{ input, weight }];
  });
}

/** Each sum with the next one to the right and the next one below. */
function neighboursIn(sums: readonly Sum[]): [Sum, Sum][] {
  const inLine = (line: (cell: CellId) => number, along: (cell: CellId) => number) => {
    const sorted = [...sums].sort((a, b) => line(a.cell) - line(b.cell) || along(a.cell) - along(b.cell));
    return sorted.slice(1).flatMap((next, index): [Sum, Sum][] => {
      const one = sorted[index];
      return line(one.cell) === line(next.cell) ? [[one, next]] : [];
    });
  };
  return [...inLine(rowOf, columnOf), ...inLine(columnOf, rowOf)];
}

/** The pairs of a sum, if its neighbour multiplies the same weights by inputs that are all the same step further. */
function stepFrom(one: Sum, next: Sum): Pair[] | undefined {
  if (one.products.length !== next.products.length) return undefined;
  let step: number | undefined;
  const pairs: Pair[] = [];
  for (const [index, { cells }] of one.products.entries()) {
    const [a, b] = cells;
    const [c, d] = next.products[index].cells;
    const pair = b === d ? { input: a, weight: b, to: c } : { input: b, weight: a, to: d };
    if ((b !== d && a !== c) || pair.to === pair.input) return undefined;
    step ??= pair.to - pair.input;
    if (pair.to - pair.input !== step) return undefined;
    pairs.push(pair);
  }
  return pairs;
}
