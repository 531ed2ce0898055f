import { tableTexts } from '../texts/data/table';
import { DataError, type DataPlace } from './imageSet';

/** Which columns of an image table hold what, counted from 0. */
export interface Columns {
  /** Whether the first row holds column names. */
  readonly header: boolean;
  /** Whether the names are nothing but numbers, as pandas writes those of an array. */
  readonly isNumbered?: boolean;
  readonly label: number;
  readonly pixels: readonly number[];
}

const LABEL = /^(labels?|class(es)?|target|category|digit|y)$/i;

/** Names of columns that only number or name the images. */
const IMAGE_NUMBER = /^(#|no\.?|id|index|image|row|unnamed: 0)?$/i;

/** Names of numbered pixel columns, such as 'pixel0', 'px 12', 'r1c1'. */
const NUMBERED = /\d$/;

/** So many numbers in a row are taken for names if each is one more than the one before it. */
const MANY = 10;

/**
 * Finds the columns by the first row of a table. It counts as a header if most of its cells are words, or if they
 * count from 0 or 1: the label column is then the one named 'label' (or 'class', 'target' …), or else the first;
 * columns that number the images are ignored. Without a header, the first column is the label and all others are pixels.
 *
 * @param cells the first row, without the empty cells at its end
 * @throws DataError at `place` if the header has no label column
 */
export function columnsOf(
  cells: readonly unknown[],
  { what, ...place }: DataPlace & { what: string },
): Columns {
  const all = cells.map((_, column) => column);
  const names = cells.map((cell) => String(cell).trim());
  const header = names.filter((name) => isNaN(Number(name))).length > names.length / 2;
  const isNumbered = !header && areNumbers(names);
  if (!header && !isNumbered) return { header, label: 0, pixels: all.slice(1) };

  const own = all.filter((column) => !IMAGE_NUMBER.test(names[column]));
  const named = own.find((column) => LABEL.test(names[column]));
  if (named === undefined && !isNumbered && own.length > 0 && NUMBERED.test(names[own[0]])) {
    throw new DataError(tableTexts.at(what, tableTexts.noLabelColumn(names.slice(0, 3))), place);
  }
  const label = named ?? own[0] ?? 0;
  return { header: true, isNumbered, label, pixels: own.filter((column) => column !== label) };
}

/** Whether names are 0, 1, 2 …, but for those of a label and of what numbers the images. */
function areNumbers(names: readonly string[]): boolean {
  const numbers = names.filter((name) => !LABEL.test(name) && !IMAGE_NUMBER.test(name));
  const [first] = numbers.map(Number);
  const isCounting = numbers.every((name, index) => name !== '' && Number(name) === first + index);
  // Few numbers may as well be a small image, unless a word tells.
  const isSure = numbers.length >= MANY || (numbers.length > 1 && names.some((name) => LABEL.test(name)));
  return isSure && isCounting && (first === 0 || first === 1);
}
