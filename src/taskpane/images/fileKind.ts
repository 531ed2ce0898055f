import { DataError } from '../../data/imageSet';
import { isPicture } from '../../data/picturePath';
import { filesTexts } from '../../texts/pane/files';

/** Kinds of files that can be read, each by a reader of its own. */
export type FileKind = 'idx' | 'csv' | 'pictures';

/** Files that operating systems leave in folders. */
const CLUTTER = /(^|\/)(\.[^/]*|thumbs\.db|desktop\.ini)$/i;

/** Whether a file was put there by the operating system. */
export function isClutter(path: string): boolean {
  return CLUTTER.test(path);
}

/**
 * The kind of chosen files, by their names. In a folder with pictures everything else is passed over; files chosen one
 * by one must be of one kind. Throws a DataError that names those that are not.
 *
 * @param paths of a folder with '/' between folders, or names alone
 */
export function kindOf(paths: readonly string[]): FileKind {
  const files = paths.filter((path) => !isClutter(path));
  if (files.length === 0) {
    throw new DataError(filesTexts.emptyFolder);
  }
  if (files.some((path) => path.includes('/') && isPicture(path))) return 'pictures';
  const kinds = new Map(files.map((path) => [kindOfOne(path), path]));
  if (kinds.size > 1) {
    throw new DataError(filesTexts.mixed([...kinds].map(([kind, path]) => [filesTexts.kinds[kind], path])));
  }
  const [kind] = kinds.keys();
  if (kind === 'csv' && files.length > 1) {
    throw new DataError(filesTexts.severalTables(files));
  }
  return kind;
}

/** MNIST's own files come with and without an ending: train-images-idx3-ubyte.gz, train-images.idx3-ubyte. */
function kindOfOne(path: string): FileKind {
  if (isPicture(path)) return 'pictures';
  const name = path.split('/').at(-1)!;
  if (/\.(csv|tsv|txt)(\.gz)?$/i.test(name)) return 'csv';
  if (/(\.gz|\.idx|ubyte)$/i.test(name) || !name.includes('.')) return 'idx';
  throw new DataError(filesTexts.unknownKind(name), { file: name });
}
