import { overlap, parseA1, type Rect } from '../../../notebook/sheet/address';
import { TOP_LEFT, type Corner } from '../extraSheet';
import { type Size } from '../drawExtraSheet';

/** What determines the layout: nothing that training changes. */
export interface FiltersShape {
  readonly layers: readonly LayerOfFilters[];
  /** Length of the longest caption, in letters. */
  readonly letters: number;
}

export interface LayerOfFilters {
  readonly filters: number;
  /** How many matrices of each filter are shown. */
  readonly matrices: number;
  /** Sizes of a matrix, and of a patch's picture. */
  readonly kernel: Size;
  readonly patch: Size;
}

/** Positions, relative to the first cell. */
export interface FiltersLayout {
  /** Size of the whole block. */
  readonly size: Size;
  /** Side of a picture's cell, in points. */
  readonly side: number;
  readonly layers: readonly PlacedLayer[];
}

export interface PlacedLayer {
  /** The row of its heading; a sentence follows in the row below. */
  readonly row: number;
  readonly filters: readonly PlacedFilter[];
}

export interface PlacedFilter {
  /** The row of its name and the headings of its matrices; the pictures begin in the row below. */
  readonly row: number;
  readonly matrices: readonly Rect[];
  readonly patches: readonly Rect[];
  /** Captions of each patch: a row each for activation, image and label. */
  readonly captions: readonly Rect[];
}

/** Rows of notes at the top. */
export const NOTE_ROWS = 5;
/** The column for the names of filters and captions. */
export const NAME_COLUMN = 0;
const FIRST_PICTURE = 1;

/** How many patches of each filter are shown. */
export const PATCHES_SHOWN = 9;
/** How many matrices of each filter are shown at most. */
export const MOST_MATRICES = 8;
/** The captions below a patch: keys of `filterSheetTexts.captions`. */
export const CAPTIONS = ['activation', 'image', 'label'] as const;

/** In points: pictures are as large as fit a screen of this width, within limits. */
const SCREEN = 680;
const SIDES = { smallest: 9, largest: 13.5 };
/** Width of a letter of the captions, in points. */
const LETTER = 4.6;
/** Columns between matrices and patches. */
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

/** The patch at a clicked cell of its picture or captions. */
export interface PatchAt {
  readonly layer: number;
  readonly filter: number;
  readonly patch: number;
}

/**
 * The patch that was clicked; undefined if it is none of them, or several.
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
    // Centred over its captions, as far as cells allow.
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

/** Columns that a patch and its captions take. */
function slotOf(patch: Size, letters: number, side: number): number {
  return Math.max(patch.columns, Math.ceil((letters * LETTER) / side));
}

function columnsOf({ matrices, kernel }: LayerOfFilters, slot: number): number {
  return FIRST_PICTURE + matrices * (kernel.columns + 1) + GAP + PATCHES_SHOWN * (slot + 1) - 1;
}

/**
 * The side of a cell. Captions have a fixed width, so where they are wider than patches, larger cells cost
 * nothing.
 */
function sideFor(layers: readonly LayerOfFilters[], letters: number): number {
  const fits = (side: number) =>
    layers.every((layer) => columnsOf(layer, slotOf(layer.patch, letters, side)) * side <= SCREEN);
  let side = SIDES.largest;
  while (side > SIDES.smallest && !fits(side)) side -= STEP;
  return side;
}

/** A pixel. */
const STEP = 0.75;
