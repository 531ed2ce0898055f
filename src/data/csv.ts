import Papa from 'papaparse';
import { tableTexts } from '../texts/data/table';
import { DataError, type ImageSet } from './imageSet';
import { decodeText } from './decodeText';
import { ImageTable, type TableOptions } from './imageTable';

/**
 * Reads an image set from a CSV file in UTF-8, UTF-16 or Windows-1252; see `readCsv`.
 *
 * @throws DataError that names file, row and column
 */
export function readCsvFile(name: string, bytes: Uint8Array, options?: TableOptions): ImageSet {
  const { text, encoding } = decodeText(bytes);
  const set = readCsv(name, text, options);
  if (encoding !== 'Windows-1252') return set;
  return { ...set, remarks: [...(set.remarks ?? []), tableTexts.readAs(encoding)] };
}

/**
 * Reads an image set from CSV text with one image per row: its label, then its pixels, [channels, height,
 * width], such as Kaggle's train.csv of MNIST. Semicolons and tabs also separate, and then numbers may have a
 * decimal comma. A first line such as "sep=;" names the separator, as in Excel. See `ImageTable` for headers, labels,
 * shapes and scales.
 *
 * @throws DataError that names file, row and column
 */
export function readCsv(name: string, text: string, options?: TableOptions): ImageSet {
  const table = new ImageTable(name, name, options);
  const line = SEPARATOR_LINE.exec(text);
  const rest = line ? text.slice(line[0].length) : text;
  const delimiter = line?.[1] ?? separatorOf(rest);
  let row = 0;
  if (line) {
    // It counts in messages, as any empty row.
    table.add([]);
    row++;
  }
  Papa.parse<string[]>(rest, {
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
export function fromRows(
  rows: readonly (readonly unknown[])[],
  name: string,
  options?: TableOptions,
): ImageSet {
  const table = new ImageTable(tableTexts.selectedRange, undefined, options);
  for (const row of rows) table.add(row);
  return table.finish(name);
}

/** Excel's own line: it names the separator and is no row. */
const SEPARATOR_LINE = /^\uFEFF?"?sep=(.)"?[^\S\r\n]*(?:\r\n|[\r\n]|$)/i;

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
