import { DataError } from '../../data/imageSet';
import { isPicture } from '../../data/picturePath';

/** Which reader reads the files. */
export type FileKind = 'idx' | 'csv' | 'pictures';

/** Left in folders by systems and browsers. */
const CLUTTER = /(^|\/)(\.[^/]*|thumbs\.db|desktop\.ini)$/i;

const WORDS: Readonly<Record<FileKind, string>> = {
  idx: 'IDX files',
  csv: 'a CSV file',
  pictures: 'pictures',
};

/** Files that are not for people are passed over. */
export function isClutter(path: string): boolean {
  return CLUTTER.test(path);
}

/**
 * Which reader files want, by their names. In a folder with pictures everything else is passed over; files chosen one
 * by one must be of one kind. Throws a DataError that says which are not.
 *
 * @param paths of a folder with '/' between folders, or names alone
 */
export function kindOf(paths: readonly string[]): FileKind {
  const files = paths.filter((path) => !isClutter(path));
  if (files.length === 0) {
    throw new DataError(
      'There are no files in this folder. Choose one with PNG or JPEG pictures in it, or in folders in it.',
    );
  }
  if (files.some((path) => path.includes('/') && isPicture(path))) return 'pictures';
  const kinds = new Map(files.map((path) => [kindOfOne(path), path]));
  if (kinds.size > 1) {
    const found = [...kinds].map(([kind, path]) => `${WORDS[kind]} (${path})`).join(' and ');
    throw new DataError(`Found ${found} among the chosen files; expected files of one kind. Choose again.`);
  }
  const [kind] = kinds.keys();
  if (kind === 'csv' && files.length > 1) {
    throw new DataError(`Found ${files.length} CSV files (${files.join(', ')}); choose one at a time.`);
  }
  return kind;
}

/** MNIST's own files come with and without an ending: train-images-idx3-ubyte.gz, train-images.idx3-ubyte. */
function kindOfOne(path: string): FileKind {
  if (isPicture(path)) return 'pictures';
  const name = path.split('/').at(-1)!;
  if (/\.(csv|tsv|txt)$/i.test(name)) return 'csv';
  if (/\.(csv|tsv|txt)\.gz$/i.test(name)) {
    throw new DataError(`${name} is packed by gzip: unpack it first, then choose the CSV file.`, {
      file: name,
    });
  }
  if (/(\.gz|\.idx|ubyte)$/i.test(name) || !name.includes('.')) return 'idx';
  throw new DataError(
    `${name} is of a kind that is not read here; expected two IDX files (MNIST's: images and labels), one CSV file, ` +
      'or PNG or JPEG pictures. Unpack an archive first.',
    { file: name },
  );
}
