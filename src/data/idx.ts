import { idxTexts } from '../texts/data/idx';
import { unpacked } from './gzip';
import { DataError, type ImageSet } from './imageSet';

/** A file read from disk: its name, for messages, and its bytes. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/**
 * The element type in IDX's magic number: unsigned bytes, the only type that is read. The others are listed
 * to be named in messages.
 */
const UNSIGNED_BYTES = 0x08;

/** Divides bytes to 0 … 1. */
const PIXEL_SCALE = 255;

/** First bytes of other kinds of files that are often mistaken for IDX. */
const OTHER_KINDS: readonly {
  readonly bytes: readonly number[];
  readonly kind: keyof typeof idxTexts.otherKinds;
}[] = [
  { bytes: [0x50, 0x4b], kind: 'zip' },
  { bytes: [0x1f, 0x9d], kind: 'compress' },
  { bytes: [0x42, 0x5a, 0x68], kind: 'bzip2' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: 'png' },
  { bytes: [0xff, 0xd8, 0xff], kind: 'jpeg' },
  { bytes: [0x3c], kind: 'html' },
];

/** A decompressed IDX file. */
interface IdxFile {
  readonly name: string;
  /** Images: [count, height, width] or [count, channels, height, width]; labels: [count] or [count, labels]. */
  readonly sides: readonly number[];
  readonly data: Uint8Array;
}

/**
 * Reads a pair of files in IDX, MNIST's format (http://yann.lecun.com/exdb/mnist), in any order, plain or
 * gzipped: images, unsigned bytes [count, height, width] or [count, channels, height, width], and labels
 * [count] or, as Keras has them, [count, 1]. Labels [count, classes] of 0 and 1 make a multi-label set. The classes are '0' … the largest
 * label.
 *
 * @throws DataError that names the file at fault
 */
export async function readIdx(files: readonly NamedBytes[]): Promise<ImageSet> {
  const parsed = await Promise.all(files.map(parse));
  const [images, labels] = imagesAndLabels(parsed);
  const [count, ...rest] = images.sides;
  const [height, width] = rest.slice(-2);
  const channels = rest.length === 3 ? rest[0] : 1;
  if (labels.sides[0] !== count) {
    throw new DataError(idxTexts.differentCounts(images.name, count, labels.name, labels.sides[0]), {
      file: labels.name,
    });
  }
  const multiLabel = labels.sides.length === 2 && labels.sides[1] > 1;
  if (multiLabel) expectYesNo(labels);
  const classes = multiLabel ? labels.sides[1] : greatest(labels.data) + 1;
  return {
    name: setName(images.name),
    channels,
    height,
    width,
    count,
    pixels: images.data,
    pixelScale: PIXEL_SCALE,
    labels: labels.data,
    multiLabel,
    classes: Array.from({ length: classes }, (_, label) => String(label)),
  };
}

/**
 * An image set as two IDX files, images and labels, not gzipped. One channel gives MNIST's own [count,
 * height, width]. Pixels of another scale than 255 are scaled to 0 … 255 and rounded; class names are lost.
 */
export function writeIdx(set: ImageSet): { images: Uint8Array; labels: Uint8Array } {
  const { channels, height, width, count, pixels, pixelScale, labels, multiLabel, classes } = set;
  const exact = pixelScale === PIXEL_SCALE && pixels instanceof Uint8Array;
  const bytes = exact
    ? pixels
    : Uint8ClampedArray.from(pixels, (value) => (value / pixelScale) * PIXEL_SCALE);
  const sides = channels === 1 ? [count, height, width] : [count, channels, height, width];
  return {
    images: fileOf(sides, bytes),
    labels: fileOf(multiLabel ? [count, classes.length] : [count], labels),
  };
}

function fileOf(sides: readonly number[], data: ArrayLike<number>): Uint8Array {
  const start = 4 + 4 * sides.length;
  const file = new Uint8Array(start + data.length);
  const view = new DataView(file.buffer);
  view.setUint32(0, (UNSIGNED_BYTES << 8) | sides.length);
  sides.forEach((side, i) => view.setUint32(4 + 4 * i, side));
  file.set(data, start);
  return file;
}

async function parse(file: NamedBytes): Promise<IdxFile> {
  const { name } = file;
  const bytes = await decompressed(file);
  const [first, second, element, dimensions] = bytes;
  if (bytes.length < 4 || first !== 0 || second !== 0 || !(element in idxTexts.elements))
    throw notIdx(name, bytes);
  if (element !== UNSIGNED_BYTES) {
    throw new DataError(
      idxTexts.wrongElements(name, idxTexts.elements[element], idxTexts.elements[UNSIGNED_BYTES]),
      { file: name },
    );
  }
  const start = 4 + 4 * dimensions;
  if (bytes.length < start) throw cutShort(name, start, bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const sides = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i));
  const size = sides.reduce((product, side) => product * side, 1);
  // No file is as long as such numbers say.
  const isPossible = size > 0 && size <= Number.MAX_SAFE_INTEGER;
  if (dimensions < 1 || dimensions > 4 || !isPossible) {
    throw new DataError(idxTexts.wrongShape(name, sides.join(' × ')), { file: name });
  }
  if (size > MOST_BYTES) {
    throw new DataError(idxTexts.tooLarge(name, sides.join(' × '), MOST_BYTES), { file: name });
  }
  if (bytes.length < start + size) throw cutShort(name, start + size, bytes.length);
  if (bytes.length > start + size) {
    throw new DataError(idxTexts.tooLong(name, sides.join(' × '), bytes.length - start - size), {
      file: name,
    });
  }
  return { name, sides, data: bytes.subarray(start) };
}

async function decompressed({ name, bytes }: NamedBytes): Promise<Uint8Array> {
  try {
    return await unpacked(bytes, { headLength: LONGEST_HEADER, lengthBy: lengthSaid });
  } catch {
    throw new DataError(idxTexts.damagedGzip(name), { file: name });
  }
}

/** Magic number, and the sides of an array of four dimensions. */
const LONGEST_HEADER = 20;

/** In bytes. Larger sets do not fit into a browser. */
const MOST_BYTES = 2 ** 30;

/** The length of a file that begins so, by its own words. */
function lengthSaid(head: Uint8Array): number {
  const [first, second, , dimensions] = head;
  if (first !== 0 || second !== 0 || dimensions < 1 || dimensions > 4) return head.length;
  const view = new DataView(head.buffer, head.byteOffset);
  let size = 1;
  for (let side = 0; side < dimensions; side++) size *= view.getUint32(4 + 4 * side);
  return size > MOST_BYTES ? head.length : 4 + 4 * dimensions + size;
}

/** Finds out which file has the images and which the labels. */
function imagesAndLabels(files: readonly IdxFile[]): [IdxFile, IdxFile] {
  const images = files.filter(({ sides }) => sides.length > 2);
  const labels = files.filter(({ sides }) => sides.length <= 2);
  if (images.length === 1 && labels.length === 1) return [images[0], labels[0]];
  const names = (found: readonly IdxFile[]) => found.map(({ name }) => name);
  throw new DataError(idxTexts.noPair(names(images), names(labels)), {
    file: files.length === 1 ? files[0].name : undefined,
  });
}

function expectYesNo({ name, data, sides }: IdxFile): void {
  const at = data.findIndex((value) => value > 1);
  if (at < 0) return;
  const row = Math.floor(at / sides[1]) + 1;
  throw new DataError(idxTexts.notYesOrNo(name, row, data[at], sides[1]), { file: name, row });
}

function greatest(labels: Uint8Array): number {
  return labels.reduce((most, label) => Math.max(most, label), 0);
}

/**
 * Name of the set, from that of a file: 'mnist-2000-images-idx3-ubyte.gz' → 'mnist-2000';
 * 'train-images.idx3-ubyte' → 'train'.
 */
function setName(file: string): string {
  return file.replace(/\.gz$/i, '').replace(/[-._]?(images?)?[-._]?idx\d[-._]ubyte$/i, '') || file;
}

function notIdx(name: string, bytes: Uint8Array): DataError {
  const begins = (start: readonly number[]): boolean => start.every((byte, i) => bytes[i] === byte);
  const other = OTHER_KINDS.find((kind) => begins(kind.bytes));
  const shown = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const message = other
    ? idxTexts.otherKind(name, idxTexts.otherKinds[other.kind])
    : idxTexts.unknownKind(name, shown);
  return new DataError(message, { file: name });
}

function cutShort(name: string, expected: number, found: number): DataError {
  return new DataError(idxTexts.tooShort(name, expected, found), { file: name });
}
