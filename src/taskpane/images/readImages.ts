import { DataError, type ImageSet } from '../../data/imageSet';
import { filesTexts } from '../../texts/pane/files';
import { isClutter, kindOf, type FileKind } from './fileKind';

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

/** Reads chosen files; each reader is loaded when it is first needed. Throws a DataError in words for people. */
export async function readImages(files: readonly File[], wanted: Wanted): Promise<ImageSet> {
  const kind = kindOf(files.map(pathOf));
  const set = await READERS[kind](
    files.filter((file) => !isClutter(pathOf(file))),
    wanted,
  );
  wanted.signal.throwIfAborted();
  return set;
}

type Reader = (files: readonly File[], wanted: Wanted) => Promise<ImageSet>;

const READERS: Readonly<Record<FileKind, Reader>> = {
  async idx(files) {
    const { readIdx } = await import('../../data/idx');
    return readIdx(
      await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer() }))),
    );
  },
  async csv([file], { channels, height, width, pixelScale }) {
    const { readCsvFile } = await import('../../data/csv');
    const bytes = new Uint8Array(await file.arrayBuffer());
    try {
      return readCsvFile(file.name, bytes, { shape: { channels, height, width }, pixelScale });
    } catch (error) {
      return withoutShape(error, () => readCsvFile(file.name, bytes, { pixelScale }));
    }
  },
  async pictures(files, { channels, height, width, invert, signal, progress }) {
    if (channels !== 1 && channels !== 3) {
      throw new DataError(filesTexts.channels(channels));
    }
    const { readPictures } = await import('../../data/pictures');
    return readPictures(files, {
      channels,
      height,
      width,
      invert: invert && channels === 1,
      signal,
      progress,
    });
  },
};

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

/** Within the chosen folder, if a folder was chosen. */
function pathOf(file: File): string {
  return file.webkitRelativePath || file.name;
}
