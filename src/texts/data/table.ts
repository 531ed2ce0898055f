import { whole } from '../format';
import { inLanguage } from '../language';

/** What pixels may be. */
function upTo(most: number): string {
  return most === 255 ? '0 … 255 or 0 … 1' : `0 … ${whole(most)}`;
}

/** What is wrong with a table of images: a CSV file, or cells. */
export const tableTexts = inLanguage({
  en: {
    selectedRange: 'The selected range',
    row: (table: string, row: number) => `${table}, row ${row}`,
    column: (table: string, column: number) => `${table}, column ${column}`,
    cell: (table: string, row: number, column: number) => `${table}, row ${row}, column ${column}`,
    /** Problems at one of these places. */
    at: (place: string, fault: string) => `${place}: ${fault}`,

    damagedGzip: (name: string) =>
      `${name} begins as a gzip file, but it cannot be unpacked: download it again, or unpack it first.`,
    tooLong: (name: string, most: number) =>
      `${name} holds more text than the ${whole(most)} characters that are read. Divide it into several files.`,
    badQuotes:
      'a quotation mark opens or closes where it should not. Remove it, or close it before the separator.',
    rowLength: (found: number, expected: number) =>
      `the row has ${whole(found)} cells; expected ${whole(expected)}, as in the first row.`,
    noImages: 'there are no images in it. Expected an image in every row: its label, then its pixels.',
    wrongSize: (pixels: number, shape: { channels: number; height: number; width: number }) =>
      `an image has ${whole(pixels)} pixels; expected ${shape.channels} × ${shape.height} × ${shape.width} (channels, ` +
      'height, width).',
    noSquare: (pixels: number) =>
      `an image has ${whole(pixels)} pixels, which is not a square number; expected one, such as ` +
      '784 = 28 × 28, after one column with the label. Give channels, height and width if the images are ' +
      'not square.',
    noLabel: 'the label is missing; expected a number or a word.',
    /** @param most the greatest number that a pixel may be */
    emptyPixel: (most: number) => `the pixel is empty; expected a number, ${upTo(most)}.`,
    notAPixel: (found: string, most: number, isTooLarge: boolean) =>
      `the pixel is ${found}; expected a number, ${upTo(most)}.` +
      (isTooLarge ? ' If pixels go further, choose so under Pixels, and import the file again.' : ''),
    numberedColumns: 'Its first row counts 0, 1, 2 …: it was read as the names of the columns.',
    readAs: (encoding: string) =>
      `The file is not in UTF-8: it was read as ${encoding}. Look at the names of its classes; if they are wrong, save ` +
      'it as “CSV UTF-8”.',
    /** @param names the first ones in the header */
    noLabelColumn: (names: readonly string[]) =>
      `the header names no label; it begins '${names.join("', '")}'. Expected a column called 'label' with the class ` +
      "of each image. (Kaggle's test.csv has none; its train.csv has.)",
  },
});
