import { tableTexts } from '../../texts/data/table';
import { readCsvFile } from '../csv';
import { unpacked } from '../gzip';
import { readIdx } from '../idx';
import { DataError, type ImageSet } from '../imageSet';
import { shiftedLabels } from './shiftedLabels';

/** Files that hold images as numbers, and how they are to be read. */
export interface Tables {
  readonly kind: 'idx' | 'csv';
  readonly files: readonly File[];
  /** The images that the notebook reads; those of another size are accepted, too. */
  readonly shape: Pick<ImageSet, 'channels' | 'height' | 'width'>;
  /** The pixel of a CSV file that counts as 1; by its greatest pixel unless it is given. */
  readonly pixelScale?: number;
}

/**
 * Reads a pair of IDX files, or a CSV file, plain or gzipped.
 *
 * @throws DataError in words for people
 */
export async function readTables(tables: Tables): Promise<ImageSet> {
  const set = await read(tables);
  const shifted = shiftedLabels(set);
  return shifted === undefined ? set : { ...set, remarks: [...(set.remarks ?? []), shifted] };
}

async function read({ kind, files, shape, pixelScale }: Tables): Promise<ImageSet> {
  const contents = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer() })),
  );
  if (kind === 'idx') return readIdx(contents);
  const name = contents[0].name.replace(/\.gz$/i, '');
  const bytes = await unpackedText(contents[0]);
  try {
    return readCsvFile(name, bytes, { shape, pixelScale });
  } catch (error) {
    return withoutShape(error, () => readCsvFile(name, bytes, { pixelScale }));
  }
}

/** In bytes. A longer text does not fit into a browser's memory with what is made of it. */
const LONGEST_TEXT = 2 ** 29;

async function unpackedText({ name, bytes }: { name: string; bytes: ArrayBuffer }): Promise<Uint8Array> {
  const text = await unpacked(bytes, { headLength: 0, lengthBy: () => LONGEST_TEXT }).catch(() => {
    throw new DataError(tableTexts.damagedGzip(name), { file: name });
  });
  if (text.length > LONGEST_TEXT) throw new DataError(tableTexts.tooLong(name, LONGEST_TEXT), { file: name });
  return text;
}

/**
 * Also accepts images of another size than the notebook's, which can be changed to fit them. Of two errors,
 * the one further into the file says more.
 */
function withoutShape(refusal: unknown, read: () => ImageSet): ImageSet {
  try {
    return read();
  } catch (error) {
    throw rowOf(error) > rowOf(refusal) ? error : refusal;
  }
}

function rowOf(error: unknown): number {
  return error instanceof DataError ? (error.row ?? 0) : 0;
}
