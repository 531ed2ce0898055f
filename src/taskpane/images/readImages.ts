import { DataError, type ImageSet } from '../../data/imageSet';
import type { IdentifiedSet } from '../../data/reading/messages';
import type { Tables } from '../../data/reading/tables';
import { filesTexts } from '../../texts/pane/files';
import { isClutter, kindOf } from './fileKind';

/** What the images are for, and how pictures are to be read. */
export interface Wanted {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  /** Dark ink on light paper: a notebook wants ink to be 1. */
  readonly invert: boolean;
  /** The pixel of a table that counts as 1; by its greatest pixel unless it is given. */
  readonly pixelScale?: number;
  readonly signal: AbortSignal;
  /** Called now and then, where the reader knows how far it is. */
  progress(done: number, total: number): void;
}

/**
 * Reads chosen files; each reader is loaded when it is first needed. The id is known where it came with the images.
 * Throws a DataError in words for people.
 */
export async function readImages(
  files: readonly File[],
  wanted: Wanted,
): Promise<{ readonly set: ImageSet; readonly id?: string }> {
  const { signal } = wanted;
  signal.throwIfAborted();
  const kind = kindOf(files.map(pathOf));
  const chosen = files.filter((file) => !isClutter(pathOf(file)));
  const read =
    kind === 'pictures' ? { set: await picturesOf(chosen, wanted) } : await numbersOf(kind, chosen, wanted);
  signal.throwIfAborted();
  return read;
}

async function numbersOf(
  kind: Tables['kind'],
  files: readonly File[],
  wanted: Wanted,
): Promise<IdentifiedSet> {
  const { channels, height, width, pixelScale, signal } = wanted;
  const { readAside } = await import('../../data/reading/readAside');
  return readAside({ kind, files, shape: { channels, height, width }, pixelScale }, signal);
}

async function picturesOf(files: readonly File[], wanted: Wanted): Promise<ImageSet> {
  const { channels, height, width, invert, signal, progress } = wanted;
  if (channels !== 1 && channels !== 3) throw new DataError(filesTexts.channels(channels));
  const { readPictures } = await import('../../data/pictures');
  const inverted = invert && channels === 1;
  return readPictures(files, { channels, height, width, invert: inverted, signal, progress });
}

/** Within the chosen folder, if a folder was chosen. */
function pathOf(file: File): string {
  return file.webkitRelativePath || file.name;
}
