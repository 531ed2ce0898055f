import { DataError, type ImageSet } from './imageSet';

/** A file as read from disk: its name, for messages, and its bytes. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** The second half of IDX's magic number: what an element is. Only bytes are read. */
const ELEMENTS: Readonly<Record<number, string>> = {
  0x08: 'unsigned bytes',
  0x09: 'signed bytes',
  0x0b: '16-bit whole numbers',
  0x0c: '32-bit whole numbers',
  0x0d: '32-bit floats',
  0x0e: '64-bit floats',
};
const UNSIGNED_BYTES = 0x08;

/** Bytes are divided by this to become 0 … 1. */
const UNIT = 255;

/** How other kinds of files that people take for IDX begin. */
const MISTAKEN = [
  { bytes: [0x50, 0x4b], kind: 'a ZIP archive; unpack it and choose the files in it' },
  { bytes: [0x1f, 0x9d], kind: 'packed by compress; unpack it first' },
  { bytes: [0x42, 0x5a, 0x68], kind: 'packed by bzip2; unpack it first' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: 'a PNG picture; import it as a picture' },
  { bytes: [0xff, 0xd8, 0xff], kind: 'a JPEG picture; import it as a picture' },
  { bytes: [0x3c], kind: 'a web page, perhaps an error page in place of the download' },
];

/** One IDX file, unpacked. */
interface IdxFile {
  readonly name: string;
  /** Images: [count, height, width] or [count, channels, height, width]; labels: [count] or [count, labels]. */
  readonly sides: readonly number[];
  readonly data: Uint8Array;
}

/**
 * Reads a pair of files in IDX, MNIST's format (http://yann.lecun.com/exdb/mnist), in any order, plain or packed
 * by gzip: images, unsigned bytes [count, height, width] or [count, channels, height, width], and labels [count].
 * Labels [count, classes] of 0 and 1 are read as several labels to an image. The classes are '0' … the greatest
 * label. Throws a DataError that names the file at fault.
 */
export async function readIdx(files: readonly NamedBytes[]): Promise<ImageSet> {
  const parsed = await Promise.all(files.map(parse));
  const [images, labels] = pair(parsed);
  const [count, ...rest] = images.sides;
  const [height, width] = rest.slice(-2);
  const channels = rest.length === 3 ? rest[0] : 1;
  if (labels.sides[0] !== count) {
    throw new DataError(
      `${images.name} has ${count} images but ${labels.name} has ${labels.sides[0]} labels; expected as many labels ` +
        'as images. Choose two files that belong together, such as train-images and train-labels.',
      { file: labels.name },
    );
  }
  const several = labels.sides.length === 2;
  if (several) expectYesNo(labels);
  const classes = several ? labels.sides[1] : greatest(labels.data) + 1;
  return {
    name: setName(images.name),
    channels,
    height,
    width,
    count,
    pixels: images.data,
    unit: UNIT,
    labels: labels.data,
    several,
    classes: Array.from({ length: classes }, (_, label) => String(label)),
  };
}

/**
 * An image set as two IDX files, images and labels, plain. One channel makes MNIST's own [count, height, width].
 * Pixels of another unit than 255 are brought to 0 … 255 and rounded; names of classes are not kept.
 */
export function writeIdx(set: ImageSet): { images: Uint8Array; labels: Uint8Array } {
  const { channels, height, width, count, pixels, unit, labels, several, classes } = set;
  const exact = unit === UNIT && pixels instanceof Uint8Array;
  const bytes = exact ? pixels : Uint8ClampedArray.from(pixels, (value) => (value / unit) * UNIT);
  const sides = channels === 1 ? [count, height, width] : [count, channels, height, width];
  return {
    images: fileOf(sides, bytes),
    labels: fileOf(several ? [count, classes.length] : [count], labels),
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
  const bytes = await unpacked(file);
  const [first, second, element, dimensions] = bytes;
  if (bytes.length < 4 || first !== 0 || second !== 0 || !(element in ELEMENTS)) throw notIdx(name, bytes);
  if (element !== UNSIGNED_BYTES) {
    throw new DataError(
      `${name} holds ${ELEMENTS[element]}; expected ${ELEMENTS[UNSIGNED_BYTES]}, 0 … 255.`,
      {
        file: name,
      },
    );
  }
  const start = 4 + 4 * dimensions;
  if (bytes.length < start) throw cutShort(name, start, bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const sides = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i));
  const size = sides.reduce((product, side) => product * side, 1);
  if (dimensions < 1 || dimensions > 4 || size === 0) {
    throw new DataError(
      `${name} is an array of ${sides.join(' × ') || 'no'} numbers; expected images [count, height, width] or ` +
        'labels [count], at least one of them.',
      { file: name },
    );
  }
  if (bytes.length < start + size) throw cutShort(name, start + size, bytes.length);
  if (bytes.length > start + size) {
    throw new DataError(
      `${name} says it holds ${sides.join(' × ')} bytes, but ${bytes.length - start - size} more follow. ` +
        'It is damaged; download it again.',
      { file: name },
    );
  }
  return { name, sides, data: bytes.subarray(start) };
}

/** Known by its first bytes, not by its name: browsers and unpackers often take gzip off and leave the '.gz'. */
async function unpacked({ name, bytes }: NamedBytes): Promise<Uint8Array> {
  const packed = new Uint8Array(bytes);
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw new DataError(
      `${name} is packed by gzip but cannot be unpacked: it is damaged. Download it again.`,
      {
        file: name,
      },
    );
  }
}

/** The file of images and the file of labels. */
function pair(files: readonly IdxFile[]): [IdxFile, IdxFile] {
  const images = files.filter(({ sides }) => sides.length > 2);
  const labels = files.filter(({ sides }) => sides.length <= 2);
  if (images.length === 1 && labels.length === 1) return [images[0], labels[0]];
  const list = (found: readonly IdxFile[]): string => found.map(({ name }) => name).join(', ') || 'none';
  throw new DataError(
    `Expected one file of images and one of labels; found images: ${list(images)}; labels: ${list(labels)}. ` +
      'Choose both files of a pair at once, such as train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz.',
    { file: files.length === 1 ? files[0].name : undefined },
  );
}

function expectYesNo({ name, data, sides }: IdxFile): void {
  const at = data.findIndex((value) => value > 1);
  if (at < 0) return;
  const row = Math.floor(at / sides[1]) + 1;
  throw new DataError(
    `${name}: a label of image ${row} is ${data[at]}; expected 0 or 1, as the file gives each image ${sides[1]} labels.`,
    { file: name, row },
  );
}

function greatest(labels: Uint8Array): number {
  return labels.reduce((most, label) => Math.max(most, label), 0);
}

/** 'mnist-2000-images-idx3-ubyte.gz' → 'mnist-2000'; 'train-images.idx3-ubyte' → 'train'. */
function setName(file: string): string {
  return file.replace(/\.gz$/i, '').replace(/[-._]?(images?)?[-._]?idx\d[-._]ubyte$/i, '') || file;
}

function notIdx(name: string, bytes: Uint8Array): DataError {
  const begins = (start: readonly number[]): boolean => start.every((byte, i) => bytes[i] === byte);
  const mistaken = MISTAKEN.find((format) => begins(format.bytes));
  const shown = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const found = mistaken
    ? `It is ${mistaken.kind}`
    : `It begins with the bytes ${shown || '(none: it is empty)'}`;
  return new DataError(
    `${name} is no IDX file. ${found}. Expected is a file that begins with the bytes 00 00 08 03 (images) or ` +
      '00 00 08 01 (labels), or such a file packed by gzip.',
    { file: name },
  );
}

function cutShort(name: string, expected: number, found: number): DataError {
  return new DataError(
    `${name} ends too early: expected ${expected} bytes, found ${found}. Download it again.`,
    { file: name },
  );
}
