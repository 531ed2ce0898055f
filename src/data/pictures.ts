import { picturesTexts } from '../texts/data/pictures';
import { classify, compareNaturally } from './classes';
import { DataError, type ImageSet } from './imageSet';
import { fitIntoFrame, type PictureFrame, type Rgba } from './pictureFrame';
import { isPicture, labelsOf } from './picturePath';

export interface PictureOptions extends PictureFrame {
  /** Name of the image set; by default that of the chosen folder, or 'pictures'. */
  readonly name?: string;
  /** Called after every slice of pictures. */
  progress?(done: number, total: number): void;
  /** Aborts reading, which then throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Pictures decoded at the same time: few enough that large photographs fit in memory. */
const SLICE = 8;

/** Larger pictures are first scaled down to this side by the browser; the frame is far smaller anyway. */
const LARGEST_SIDE = 1024;

const BYTE = 255;

/**
 * Reads picture files (PNG, JPEG and whatever else the browser decodes), fits them into one size with
 * `fitIntoFrame` and labels them by folder or name with `labelsOf`, in the natural order of their paths. Other
 * files are ignored.
 *
 * @throws DataError that names a picture that cannot be decoded
 */
export async function readPictures(files: readonly File[], options: PictureOptions): Promise<ImageSet> {
  const { channels, height, width, signal } = options;
  const pictures = files
    .filter((file) => isPicture(pathOf(file)))
    .sort((a, b) => compareNaturally(pathOf(a), pathOf(b)));
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
    const framed = await Promise.all(
      slice.map(async (file) => fitIntoFrame(await decode(file, canvas), options)),
    );
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

/**
 * Pixels as the file has them, as those who train with Pillow, OpenCV or torchvision get them: a colour profile says how a
 * screen is to show them. A photograph that says which side is up is turned so, as it is seen.
 */
const AS_STORED: ImageBitmapOptions = { colorSpaceConversion: 'none', imageOrientation: 'from-image' };

/** Calls share one canvas: nothing is awaited between drawing on it and reading it. */
async function decode(file: File, canvas: Canvas): Promise<Rgba> {
  const bitmap = await createImageBitmap(file, AS_STORED).catch(() => {
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

/** Path within the chosen folder, if a folder was chosen; otherwise the name. */
function pathOf(file: File): string {
  return file.webkitRelativePath || file.name;
}

/** Name of the chosen folder, from any path in it; undefined if no folder was chosen. */
function folderOf([path]: readonly string[]): string | undefined {
  return path.includes('/') ? path.split('/')[0] : undefined;
}

function noPictures(files: readonly File[]): DataError {
  return new DataError(files.length === 0 ? picturesTexts.noFiles : picturesTexts.noPictures(files[0].name));
}

function undecodable(file: File): DataError {
  return new DataError(picturesTexts.undecodable(pathOf(file)), { file: pathOf(file) });
}
