import { adoptTexts } from '../../texts/adopt';
import { nameOf, type CellId } from './meaning';
import type { ReadSheet, Sum } from './readSheet';
import { Stopped } from './stopped';

/** The typed cell that is added to each of some sums, the bias; undefined if nothing is added. @throws Stopped */
export function biasOf(sheet: ReadSheet, sums: readonly Sum[]): CellId | undefined {
  const biases = new Set<CellId | undefined>();
  for (const { cell, singles, constant } of sums) {
    const [single, ...more] = singles;
    if (constant !== 0 || more.length || (single && (single.factor !== 1 || single.mask)))
      throw new Stopped(cell, adoptTexts.bias(nameOf(cell)));
    const bias = single?.cells[0];
    if (bias !== undefined && sheet.typedNumber(bias) === undefined)
      throw new Stopped(cell, adoptTexts.bias(nameOf(cell)));
    biases.add(bias);
    if (biases.size > 1) throw new Stopped(cell, adoptTexts.bias(nameOf(cell)));
  }
  return [...biases][0];
}

/** Whether all sums of a layer are cut off below 0, or none. @throws Stopped where they differ */
export function areRectified(sums: readonly Sum[]): boolean {
  const [{ rectified }] = sums;
  const other = sums.find((sum) => sum.rectified !== rectified);
  const at = rectified ? sums[0] : other;
  if (other && at) throw new Stopped(at.cell, adoptTexts.someRelu(nameOf(at.cell)));
  return rectified;
}

/** The biases of a layer: one for each of its filters or units, or none at all. @throws Stopped where some have one */
export function allOrNone(
  biases: readonly (CellId | undefined)[],
  cells: readonly CellId[],
): readonly CellId[] | undefined {
  const given = biases.filter((each) => each !== undefined);
  if (given.length === 0) return undefined;
  if (given.length === biases.length) return given;
  const at = cells[biases.findIndex((each) => each !== undefined)];
  throw new Stopped(at, adoptTexts.someBias(nameOf(at)));
}
