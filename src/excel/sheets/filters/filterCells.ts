import { numberCell, wordCell, type CellValue } from '../../write/cellValue';
import {
  CAPTIONS,
  layOutFilters,
  NAME_COLUMN,
  NOTE_ROWS,
  type FiltersLayout,
  type FiltersShape,
  type PlacedFilter,
  type PlacedLayer,
} from './filterLayout';
import type { Size } from '../drawExtraSheet';
import type { Rect } from '../../../notebook/sheet/address';
import { filterSheetTexts } from '../../../texts/excel/filters';

/** The filters of a network, and the patches that activate each most. */
export interface FilterPage extends Pick<FiltersShape, 'letters'> {
  readonly heading: string;
  /** Sentences below the heading; at most as many as there are rows for them. */
  readonly notes: readonly string[];
  /** Number of lines for labels: several labels may be too long for one. */
  readonly lines: number;
  readonly layers: readonly FilterLayer[];
}

export interface FilterLayer {
  readonly name: string;
  readonly about: string;
  readonly kernel: Size;
  /** Size of each patch's picture. */
  readonly patch: Size;
  readonly filters: readonly ShownFilter[];
}

export interface ShownFilter {
  /** Its name with its bias, in words. */
  readonly name: string;
  /** Its matrices; of a filter over many channels only the first ones. */
  readonly matrices: readonly ShownMatrix[];
  /** The strongest first; fewer if fewer images activate the filter. */
  readonly patches: readonly Patch[];
}

export interface ShownMatrix {
  /** The channel it reads, from 1. */
  readonly channel: number;
  /** Row by row. */
  readonly weights: ArrayLike<number>;
}

/** The part of an image that activates a filter. */
export interface Patch {
  readonly activation: number;
  /** Number of the image, from 1. */
  readonly image: number;
  readonly label: string;
  /** Row by row, 0 … 1: the mean of the channels. Undefined outside the image or the receptive field. */
  readonly pixels: readonly (number | undefined)[];
  /** Colours such as "#FF0000"; without them, the pixels are shades. */
  readonly colours?: readonly (string | undefined)[];
}

export function shapeOfFilters({ layers, letters }: FilterPage): FiltersShape {
  return {
    letters,
    layers: layers.map(({ filters, kernel, patch }) => ({
      filters: filters.length,
      matrices: Math.max(...filters.map(({ matrices }) => matrices.length)),
      kernel,
      patch,
    })),
  };
}

/** The cells of the whole block; null for cells to leave alone. */
export function cellsOfFilters(
  page: FilterPage,
  layout: FiltersLayout = layOutFilters(shapeOfFilters(page)),
): CellValue[][] {
  const { rows, columns } = layout.size;
  const cells = Array.from({ length: rows }, () => new Array<CellValue>(columns).fill(null));
  [page.heading, ...page.notes]
    .slice(0, NOTE_ROWS)
    .forEach((text, row) => (cells[row][NAME_COLUMN] = wordCell(text)));
  layout.layers.forEach((placed, index) => putLayer(cells, placed, page.layers[index]));
  return cells;
}

function putLayer(cells: CellValue[][], { row, filters }: PlacedLayer, layer: FilterLayer): void {
  cells[row][NAME_COLUMN] = layer.name;
  cells[row + 1][NAME_COLUMN] = layer.about;
  filters.forEach((placed, index) => putFilter(cells, placed, layer.filters[index]));
}

/** Cells that no longer show anything are blanked. */
function putFilter(cells: CellValue[][], place: PlacedFilter, filter: ShownFilter): void {
  cells[place.row][NAME_COLUMN] = filter.name;
  filter.matrices.forEach(({ channel, weights }, index) => {
    cells[place.row][place.matrices[index].column] = filterSheetTexts.channel(channel);
    putPicture(cells, place.matrices[index], (at) => numberCell(weights[at]));
  });
  const isExcited = filter.patches.length > 0;
  const [{ row, column }] = place.captions;
  cells[place.row][column] = isExcited ? '' : filterSheetTexts.notExcited;
  CAPTIONS.forEach((caption, line) => {
    cells[row + line][NAME_COLUMN] = isExcited ? filterSheetTexts.captions[caption] : '';
  });
  place.patches.forEach((picture, index) => {
    const patch = filter.patches.at(index);
    putPicture(cells, picture, (at) => patch?.pixels[at] ?? '');
    wordsBelow(patch).forEach((value, line) => (cells[row + line][place.captions[index].column] = value));
  });
}

function wordsBelow(patch: Patch | undefined): CellValue[] {
  if (!patch) return CAPTIONS.map(() => '');
  return [numberCell(patch.activation), patch.image, wordCell(patch.label)];
}

function putPicture(cells: CellValue[][], rect: Rect, at: (index: number) => CellValue): void {
  for (let row = 0; row < rect.rows; row++)
    for (let column = 0; column < rect.columns; column++)
      cells[rect.row + row][rect.column + column] = at(row * rect.columns + column);
}
