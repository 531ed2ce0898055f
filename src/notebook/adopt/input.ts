import { adoptTexts } from '../../texts/adopt';
import { boundingRect, cellRect, type Rect } from '../sheet/address';
import { Activations } from './activations';
import { byPlace, type Lattice } from './lattice';
import { columnOf, idOf, nameOf, rowOf, type CellId } from './meaning';
import type { WeightedSum } from './orient';
import type { ReadSheet, Sum } from './readSheet';
import { Stopped } from './stopped';

/** The side of the images that such sheets mostly show. */
const USUAL_SIDE = 28;

/** The image that the sums of a first layer read: a rectangle for each of its channels. */
export function inputOf(sheet: ReadSheet, groups: readonly (readonly WeightedSum[])[]): Activations {
  const regions: Rect[] = [];
  let patch = { rows: 1, columns: 1 };
  for (const group of groups) {
    const complete = group.reduce((a, b) => (b.pairs.length > a.pairs.length ? b : a));
    const patches = connected(complete.pairs.map(({ input }) => input));
    patch = boundingRect(patches[0].map(rectOf));
    const channelOfWeight = new Map(
      complete.pairs.map(({ input, weight }) => [
        weight,
        patches.findIndex((cells) => cells.includes(input)),
      ]),
    );
    if (regions.length && regions.length !== patches.length)
      throw new Stopped(complete.cell, adoptTexts.otherPatch(nameOf(complete.cell)));
    for (const channel of patches.keys()) {
      const read = group.flatMap(({ pairs }) =>
        pairs.flatMap(({ input, weight }) =>
          channelOfWeight.get(weight) === channel ? [rectOf(input)] : [],
        ),
      );
      regions[channel] = boundingRect([...(regions[channel] ? [regions[channel]] : []), ...read]);
    }
  }
  const images = regions.map((region) => withoutBorder(sheet, region, patch));
  return new Activations(images.map(latticeIn).sort(byPlace));
}

/** The image of which a sheet begins with masked copies. */
export function maskedInput(copies: readonly Sum[]): Activations {
  const images = connected(copies.map(({ singles }) => singles[0].cells[0]));
  return new Activations(images.map((cells) => latticeIn(boundingRect(cells.map(rectOf)))).sort(byPlace));
}

/** Groups of cells that touch each other, from top to bottom. */
function connected(cells: readonly CellId[]): CellId[][] {
  const left = new Set(cells);
  const groups: CellId[][] = [];
  for (const start of [...cells].sort((a, b) => a - b)) {
    if (!left.delete(start)) continue;
    const group = [start];
    for (const cell of group)
      for (const [down, right] of NEIGHBOURS) {
        const next = idOf(rowOf(cell) + down, columnOf(cell) + right);
        if (left.delete(next)) group.push(next);
      }
    groups.push(group);
  }
  return groups;
}

const NEIGHBOURS = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => [down, right] as const));

/**
 * What is read of an image, without a border of zeros that pads it. Blank cells around typed ones are such a border; of
 * typed zeros that can only be told where the image inside has the usual size, since images have black edges, too.
 */
function withoutBorder(
  sheet: ReadSheet,
  region: Rect,
  { rows, columns }: Pick<Rect, 'rows' | 'columns'>,
): Rect {
  if (isUsual(region)) return region;
  const [down, right] = [Math.floor((rows - 1) / 2), Math.floor((columns - 1) / 2)];
  const inner = {
    row: region.row + down,
    column: region.column + right,
    rows: region.rows - 2 * down,
    columns: region.columns - 2 * right,
  };
  const border = cellsBetween(region, inner);
  if (down + right > 0 && inner.rows > 0 && inner.columns > 0 && border.length) {
    if (border.every((cell) => sheet.isBlank(cell))) return inner;
    if (isUsual(inner) && border.every((cell) => sheet.typedNumber(cell) === 0)) return inner;
  }
  return withoutBlankEnd(sheet, region);
}

function isUsual({ rows, columns }: Rect): boolean {
  return rows === USUAL_SIDE && columns === USUAL_SIDE;
}

/** A blank last column or row beside an image without any blanks is read by mistake. */
function withoutBlankEnd(sheet: ReadSheet, region: Rect): Rect {
  for (const smaller of [
    { ...region, columns: region.columns - 1 },
    { ...region, rows: region.rows - 1 },
    { ...region, rows: region.rows - 1, columns: region.columns - 1 },
  ]) {
    if (smaller.rows === 0 || smaller.columns === 0) continue;
    const isBlank = (cell: CellId) => sheet.isBlank(cell);
    if (cellsBetween(region, smaller).every(isBlank) && !cellsInside(smaller).some(isBlank)) return smaller;
  }
  return region;
}

function cellsBetween(outer: Rect, inner: Rect): CellId[] {
  const inside = new Set(cellsInside(inner));
  return cellsInside(outer).filter((cell) => !inside.has(cell));
}

function cellsInside({ row, column, rows, columns }: Rect): CellId[] {
  return Array.from({ length: rows * columns }, (_, index) =>
    idOf(row + Math.floor(index / columns), column + (index % columns)),
  );
}

function rectOf(cell: CellId): Rect {
  return cellRect(rowOf(cell), columnOf(cell));
}

function latticeIn(rect: Rect): Lattice {
  return { ...rect, down: 1, across: 1 };
}
