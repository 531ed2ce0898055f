import { picturesTexts } from '../texts/data/pictures';
import { classify, naturally } from './classes';
import { DataError, type ImageSet } from './imageSet';
import { inFrame, type PictureFrame, type Rgba } from './pictureFrame';
import { isPicture, labelsOf } from './picturePath';

export interface PictureOptions extends PictureFrame {
  /** Of the image set; without it, that of the chosen folder, or 'pictures'. */
  readonly name?: string;
  /** Told after every slice of pictures. */
  progress?(done: number, total: number): void;
  /** Breaks the reading off: it throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Pictures decoded at once: few enough that large photographs fit in memory. */
const SLICE = 8;

/** Larger pictures are first brought to this side by the browser: more is not seen in what a network reads. */
const LARGEST_SIDE = 1024;

const BYTE = 255;

/**
 * Reads picture files (PNG, JPEG, whatever the browser decodes) in a browser, brings them to one size as `inFrame`
 * says and labels them by folder or name as `labelsOf` says, in the natural order of their paths. Files that are no
 * pictures are passed over. Throws a DataError that names the picture that cannot be decoded.
 */
export async function readPictures(files: readonly File[], options: PictureOptions): Promise<ImageSet> {
  const { channels, height, width, signal } = options;
  const pictures = files
    .filter((file) => isPicture(pathOf(file)))
    .sort((a, b) => naturally(pathOf(a), pathOf(b)));
  const count = pictures.length;
  if (count === 0) throw noPictures(files);
  const paths = pictures.map(pathOf);
  const labelled = classify(labelsOf(paths), { what: picturesTexts.thePictures });

  const size = channels * height * width;
  const pixels = new Uint8Array(count * size);
  const canvas = newCanvas();
  for (let from = 0; from < count; from += SLICE) {
    signal?.throwIfAborted();
    const slice = pictures.slice(from, from + SLICE);
    const framed = await Promise.all(slice.map(async (file) => inFrame(await decode(file, canvas), options)));
    framed.forEach((image, i) => pixels.set(image, (from + i) * size));
    options.progress?.(from + slice.length, count);
  }
  signal?.throwIfAborted();
  const name = options.name ?? folderOf(paths) ?? picturesTexts.setName;
  return { name, channels, height, width, count, pixels, pixelScale: BYTE, multiLabel: false, ...labelled };
}

type Canvas = OffscreenCanvas | HTMLCanvasElement;

/** Safari before 16.4 has no OffscreenCanvas. */
function newCanvas(): Canvas {
  return typeof OffscreenCanvas === 'undefined'
    ? document.createElement('canvas')
    : new OffscreenCanvas(1, 1);
}

/** Many share one canvas: nothing is awaited between drawing on it and reading it. */
async function decode(file: File, canvas: Canvas): Promise<Rgba> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw undecodable(file);
  });
  const factor = Math.min(1, LARGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  canvas.width = Math.max(1, Math.round(bitmap.width * factor));
  canvas.height = Math.max(1, Math.round(bitmap.height * factor));
  const context = canvas.getContext('2d', { willReadFrequently: true }) as
    CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null;
  if (!context) throw new DataError(picturesTexts.noCanvas);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Within the chosen folder, if a folder was chosen. */
function pathOf(file: File): string {
  return file.webkitRelativePath || file.name;
}

/** The folder that was chosen. */
function folderOf([path]: readonly string[]): string | undefined {
  return path.includes('/') ? path.split('/')[0] : undefined;
}

function noPictures(files: readonly File[]): DataError {
  return new DataError(files.length === 0 ? picturesTexts.noFiles : picturesTexts.noPictures(files[0].name));
}

function undecodable(file: File): DataError {
  return new DataError(picturesTexts.undecodable(pathOf(file)), { file: pathOf(file) });
}
