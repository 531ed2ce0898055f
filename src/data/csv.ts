import Papa from 'papaparse';
import { tableTexts } from '../texts/data/table';
import { DataError, type ImageSet } from './imageSet';
import { ImageTable, type ImageShape } from './imageTable';

/**
 * Reads comma-separated values, an image in every row: its label, then its pixels, [channels, height, width], such
 * as Kaggle's train.csv of MNIST. Also separated by semicolons or tabs; then a number may have a decimal comma.
 * `ImageTable` says more of headers, labels and shapes. Throws a DataError that names file, row and column.
 */
export function readCsv(name: string, text: string, shape?: ImageShape): ImageSet {
  const table = new ImageTable(name, name, shape);
  const delimiter = separatorOf(text);
  let row = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    // Row by row, so that not all cells of a large file are in memory at once.
    step({ data, errors }) {
      row++;
      if (errors.length > 0) throw badQuotes(name, row);
      table.add(delimiter === ',' ? data : data.map(withDecimalPoint));
    },
  });
  return table.finish(name.replace(/\.[^.]+$/, '') || name);
}

/**
 * Reads a worksheet's range, its values as Excel gives them: numbers, texts, '' for blanks; otherwise like `readCsv`.
 * Throws a DataError whose row and column are counted from 1 within the range.
 */
export function fromRows(rows: readonly (readonly unknown[])[], name: string, shape?: ImageShape): ImageSet {
  const table = new ImageTable(tableTexts.selectedRange, undefined, shape);
  for (const row of rows) table.add(row);
  return table.finish(name);
}

/** By the first line that is not empty: a tab or semicolon separates if there is one. */
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
