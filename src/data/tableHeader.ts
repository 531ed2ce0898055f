import { tableTexts } from '../texts/data/table';
import { DataError, type DataPlace } from './imageSet';

/** Which columns of a table of images hold what, counted from 0. */
export interface Columns {
  /** Whether the first row is names, not an image. */
  readonly header: boolean;
  readonly label: number;
  readonly pixels: readonly number[];
}

const LABEL = /^(labels?|class(es)?|target|category|digit|y)$/i;

/** Columns that only count or name the images. */
const COUNTER = /^(#|no\.?|id|index|image|row|unnamed: 0)?$/i;

/** 'pixel0', 'px 12', 'r1c1'. */
const NUMBERED = /\d$/;

/**
 * Finds the columns by the first row of a table. It is a header if most of its cells are words: then the label's
 * column is the one called 'label' (or 'class', 'target' …), or else the first; columns that count the images are
 * left out. Without a header the label's column is the first, and all others are pixels.
 *
 * @param cells the first row, without the empty cells at its end
 * @throws DataError at `place` if the header names no label
 */
export function columnsOf(
  cells: readonly unknown[],
  { what, ...place }: DataPlace & { what: string },
): Columns {
  const all = cells.map((_, column) => column);
  const names = cells.map((cell) => String(cell).trim());
  const header = names.filter((name) => isNaN(Number(name))).length > names.length / 2;
  if (!header) return { header, label: 0, pixels: all.slice(1) };

  const own = all.filter((column) => !COUNTER.test(names[column]));
  const named = own.find((column) => LABEL.test(names[column]));
  if (named === undefined && own.length > 0 && NUMBERED.test(names[own[0]])) {
    throw new DataError(tableTexts.at(what, tableTexts.noLabelColumn(names.slice(0, 3))), place);
  }
  const label = named ?? own[0] ?? 0;
  return { header, label, pixels: own.filter((column) => column !== label) };
}
