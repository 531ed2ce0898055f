import Papa from 'papaparse';
import { tableTexts } from '../texts/data/table';
import { DataError, type ImageSet } from './imageSet';
import { ImageTable, type ImageShape } from './imageTable';

/**
 * Reads an image set from CSV text with one image per row: its label, then its pixels, [channels, height,
 * width], such as Kaggle's train.csv of MNIST. Semicolons and tabs also separate, and then numbers may have a
 * decimal comma. See `ImageTable` for headers, labels and shapes.
 *
 * @throws DataError that names file, row and column
 */
export function readCsv(name: string, text: string, shape?: ImageShape): ImageSet {
  const table = new ImageTable(name, name, shape);
  const delimiter = separatorOf(text);
  let row = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    // Row by row, so that a large file's cells are not all in memory at once.
    step({ data, errors }) {
      row++;
      if (errors.length > 0) throw badQuotes(name, row);
      table.add(delimiter === ',' ? data : data.map(withDecimalPoint));
    },
  });
  return table.finish(name.replace(/\.[^.]+$/, '') || name);
}

/**
 * Reads an image set from a worksheet range, given as Excel's values: numbers, texts, '' for blanks;
 * otherwise like `readCsv`.
 *
 * @throws DataError with row and column counted from 1 within the range
 */
export function fromRows(rows: readonly (readonly unknown[])[], name: string, shape?: ImageShape): ImageSet {
  const table = new ImageTable(tableTexts.selectedRange, undefined, shape);
  for (const row of rows) table.add(row);
  return table.finish(name);
}

/** The separator by the first line that is not empty: tab or semicolon if it has one, otherwise comma. */
function separatorOf(text: string): string {
  const line = /\S.*/.exec(text)?.[0] ?? '';
  return ['\t', ';'].find((separator) => line.includes(separator)) ?? ',';
}

function withDecimalPoint(cell: string): string {
  return /^\s*[-+]?\d*,\d+\s*$/.test(cell) ? cell.replace(',', '.') : cell;
}

function badQuotes(file: string, row: number): DataError {
  return new DataError(tableTexts.at(tableTexts.row(file, row), tableTexts.badQuotes), { file, row });
}
