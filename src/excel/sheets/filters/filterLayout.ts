import { overlap, parseA1, type Rect } from '../../../notebook/sheet/address';
import { TOP_LEFT, type Corner, type Size } from '../extraSheet';

/** What the place of everything follows from: nothing that changes while the network is trained. */
export interface FiltersShape {
  readonly layers: readonly LayerOfFilters[];
  /** Letters of the longest words below a patch. */
  readonly letters: number;
}

export interface LayerOfFilters {
  readonly filters: number;
  /** Of each filter, so many are shown. */
  readonly matrices: number;
  /** Of a matrix, and of the picture of a patch. */
  readonly kernel: Size;
  readonly patch: Size;
}

/** Where everything stands, counted from the first cell. */
export interface FiltersLayout {
  /** All of it. */
  readonly size: Size;
  /** The side of a cell of a picture, in points. */
  readonly side: number;
  readonly layers: readonly PlacedLayer[];
}

export interface PlacedLayer {
  /** Its heading; a sentence stands in the row below. */
  readonly row: number;
  readonly filters: readonly PlacedFilter[];
}

export interface PlacedFilter {
  /** Its name, and the words above its matrices; the pictures begin in the row below. */
  readonly row: number;
  readonly matrices: readonly Rect[];
  readonly patches: readonly Rect[];
  /** Below each patch: activation, image, label, a row for each. */
  readonly captions: readonly Rect[];
}

/** Words in the first rows. */
export const NOTE_ROWS = 5;
/** The names of the filters, and of what stands below the patches. */
export const NAME_COLUMN = 0;
const FIRST_PICTURE = 1;

/** So many patches of each filter. */
export const PATCHES_SHOWN = 9;
/** So many matrices of each filter: of a filter over many channels the first ones. */
export const MOST_MATRICES = 8;
/** Below a patch, by the keys of `filterSheetTexts.captions`. */
export const CAPTIONS = ['activation', 'image', 'label'] as const;

/** In points: pictures as large as fit a screen of this width, within limits. */
const SCREEN = 680;
const SIDES = { smallest: 9, largest: 13.5 };
/** A letter of the small print below the patches. */
const LETTER = 4.6;
/** From the matrices to the patches, in columns. */
const GAP = 2;

export function layOutFilters({ layers, letters }: FiltersShape): FiltersLayout {
  const side = sideFor(layers, letters);
  const slots = layers.map(({ patch }) => slotOf(patch, letters, side));
  let row = NOTE_ROWS;
  const placed = layers.map((layer, index): PlacedLayer => {
    const heading = row;
    row += 2;
    const filters = Array.from({ length: layer.filters }, () => {
      const filter = placeFilter(layer, slots[index], row);
      row = filter.captions[0].row + CAPTIONS.length + 1;
      return filter;
    });
    row += 1;
    return { row: heading, filters };
  });
  const columns = Math.max(...layers.map((layer, index) => columnsOf(layer, slots[index])));
  return { size: { rows: row - 2, columns }, side, layers: placed };
}

/** Which patch stands under a cell that was clicked, or its words. */
export interface PatchAt {
  readonly layer: number;
  readonly filter: number;
  readonly patch: number;
}

/**
 * Which patch was clicked: undefined when it is none of them, or several.
 * @param corner where the block begins, if it was moved; see `whereIs`
 */
export function patchAt(
  address: string,
  { layers }: FiltersLayout,
  corner: Corner = TOP_LEFT,
): PatchAt | undefined {
  if (address.includes(',')) return undefined;
  const rect = parseA1(address);
  const selected = { ...rect, row: rect.row - corner.row, column: rect.column - corner.column };
  const found = layers.flatMap(({ filters }, layer) =>
    filters.flatMap(({ patches, captions }, filter) =>
      patches
        .map((_, patch) => ({ layer, filter, patch }))
        .filter(({ patch }) => [patches[patch], captions[patch]].some((each) => overlap(each, selected))),
    ),
  );
  return found.length === 1 ? found[0] : undefined;
}

function placeFilter({ matrices, kernel, patch }: LayerOfFilters, slot: number, row: number): PlacedFilter {
  const top = row + 1;
  const height = Math.max(kernel.rows, patch.rows);
  const firstPatch = FIRST_PICTURE + matrices * (kernel.columns + 1) + GAP;
  const columns = Array.from({ length: PATCHES_SHOWN }, (_, index) => firstPatch + index * (slot + 1));
  return {
    row,
    matrices: Array.from({ length: matrices }, (_, index) => ({
      ...kernel,
      row: top,
      column: FIRST_PICTURE + index * (kernel.columns + 1),
    })),
    // In the middle of its words, as near as cells allow.
    patches: columns.map((column) => ({
      ...patch,
      row: top,
      column: column + Math.floor((slot - patch.columns) / 2),
    })),
    captions: columns.map((column) => ({
      row: top + height,
      column,
      rows: CAPTIONS.length,
      columns: slot,
    })),
  };
}

/** Columns that a patch and the words below it take. */
function slotOf(patch: Size, letters: number, side: number): number {
  return Math.max(patch.columns, Math.ceil((letters * LETTER) / side));
}

function columnsOf({ matrices, kernel }: LayerOfFilters, slot: number): number {
  return FIRST_PICTURE + matrices * (kernel.columns + 1) + GAP + PATCHES_SHOWN * (slot + 1) - 1;
}

/** Words take the same room whatever the side, so where words are wider than patches larger cells cost nothing. */
function sideFor(layers: readonly LayerOfFilters[], letters: number): number {
  const fits = (side: number) =>
    layers.every((layer) => columnsOf(layer, slotOf(layer.patch, letters, side)) * side <= SCREEN);
  let side = SIDES.largest;
  while (side > SIDES.smallest && !fits(side)) side -= STEP;
  return side;
}

/** A pixel. */
const STEP = 0.75;
