import { adoptTexts } from '../../texts/adopt';
import type { Activations } from './activations';
import { inOrder } from './convolution';
import { blockOf, cellsOf, latticeOf, type Lattice } from './lattice';
import { nameOf, type CellId, type Mask } from './meaning';
import type { ReadSheet, Sum } from './readSheet';
import type { FoundDropout, MaskCells, SlidMap } from './recognised';
import { Stopped } from './stopped';

/**
 * The dropout of masked numbers.
 * @param maps where the numbers stand, by channel
 * @param maskOf the mask of each
 * @param isShown whether the masked numbers stand on the sheet, rather than only inside the formulas that read them
 * @throws Stopped at the first number without a mask, or with another kind of mask
 */
export function dropoutOf(
  maps: readonly SlidMap[],
  maskOf: (cell: CellId) => Mask | undefined,
  isShown: boolean,
): FoundDropout {
  const cells = maps.flatMap(({ lattice }) => cellsOf(lattice));
  const first = maskOf(cells[0]);
  for (const cell of cells) {
    const mask = maskOf(cell);
    if (!first || !mask) throw new Stopped(cell, adoptTexts.someMasks(nameOf(cell)));
    if (mask.rate !== first.rate || mask.kept !== first.kept)
      throw new Stopped(cell, adoptTexts.otherRate(nameOf(cell)));
  }
  const [at] = cells;
  const { rate, kept } = first!;
  if (rate >= 1) throw new Stopped(at, adoptTexts.dropsAll(nameOf(at)));
  const masks = maps.map(({ lattice }) => maskCells(lattice, maskOf));
  const areFound = masks.every((each) => each !== undefined);
  // What a mask inside a formula did shows only in what the formula came to.
  if (!areFound && !isShown) throw new Stopped(at, adoptTexts.unseenMask(nameOf(at)));
  return { kind: 'dropout', rate, kept, isShown, maps, masks: areFound ? masks : undefined };
}

/** The cells that hold the masks of a map, if each has one, in the same order. */
function maskCells(map: Lattice, maskOf: (cell: CellId) => Mask | undefined): MaskCells | undefined {
  const places = cellsOf(map).map((cell) => maskOf(cell)?.at);
  const [first] = places;
  const lattice = latticeOf(places.flatMap((place) => place?.cell ?? []));
  if (!first || !lattice || lattice.rows !== map.rows || lattice.columns !== map.columns) return undefined;
  const cells = cellsOf(lattice);
  if (places.some((place, index) => place?.sheet !== first.sheet || place.cell !== cells[index]))
    return undefined;
  return blockOf(lattice) && { sheet: first.sheet, lattice };
}

/** A cell that is another one times a mask. */
export function isMaskedCopy({ mask, products, singles, constant }: Sum): boolean {
  return !!mask && products.length === 0 && singles.length === 1 && singles[0].factor === 1 && constant === 0;
}

/** The masked copies of maps, each in cells of its own. */
export function dropoutBehind(sums: readonly Sum[], before: Activations): FoundDropout {
  const maps = copiesOf(sums, before, adoptTexts.someMasks);
  const masks = masksByCell(sums);
  return dropoutOf(maps, (cell) => masks.get(cell), true);
}

/** The mask of each cell that has one. */
export function masksByCell(cells: readonly { readonly cell: CellId; readonly mask: Mask | undefined }[]) {
  return new Map(cells.flatMap(({ cell, mask }) => (mask ? [[cell, mask] as const] : [])));
}

/** Masks inside the sums of the layer behind, by what they multiply; undefined if there are none. @throws Stopped */
export function dropoutInside(sums: readonly Sum[], before: Activations): FoundDropout | undefined {
  const masks = new Map<CellId, Mask | undefined>();
  for (const { cell, products } of sums)
    for (const { cells, mask } of products)
      for (const input of cells.filter((each) => before.has(each))) {
        if (masks.has(input) && masks.get(input)?.key !== mask?.key)
          throw new Stopped(cell, adoptTexts.someMasks(nameOf(cell)));
        masks.set(input, mask);
      }
  if (![...masks.values()].some((mask) => mask)) return undefined;
  return dropoutOf(before.slid, (cell) => masks.get(cell), false);
}

/** Cells that each follow from one cell of a map, by map. @throws Stopped where some cells of a map have none */
export function copiesOf(
  sums: readonly Sum[],
  before: Activations,
  incomplete: (cell: string) => string,
): SlidMap[] {
  return before.slid.map((map, channel): SlidMap => {
    const own = sums.flatMap(({ cell, singles }) => {
      const [read] = singles[0].cells;
      return before.has(read) && before.find(read)?.channel === channel
        ? [[cell, before.find(read)!] as const]
        : [];
    });
    if (own.length < before.rows * before.columns)
      throw new Stopped(sums[0].cell, incomplete(nameOf(sums[0].cell)));
    return { ...map, lattice: inOrder(own), extra: [] };
  });
}

/** The image whose masked copies a sheet begins with; undefined if it does not. */
export function maskedImage(sheet: ReadSheet): Sum[] {
  return sheet.sums.filter(
    (sum) => isMaskedCopy(sum) && !sheet.isFormula(sum.singles[0].cells[0]) && !sum.rectified,
  );
}
