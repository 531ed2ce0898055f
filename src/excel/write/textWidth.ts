/** In points: of a bold letter, which is wider than others, in the widest of usual fonts; and of both margins of a cell. */
const LETTER = 7;
const MARGINS = 7;

/** In points: Excel's columns are whole pixels wide, and files keep no other widths. */
const PIXEL = 0.75;

/** The width of a column, in points, in which this text stands whole in one line. */
export function widthOf(text: string): number {
  return Math.ceil((text.length * LETTER + MARGINS) / PIXEL) * PIXEL;
}

/** The width in which each word of a wrapped heading stands whole. */
export function widthOfWords(heading: string): number {
  return Math.max(...heading.split(' ').map(widthOf));
}
