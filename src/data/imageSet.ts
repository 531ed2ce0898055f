import { labelTexts } from '../texts/data/labels';

/** Images with their labels, all in memory: from files, cells or a generator. Immutable. */
export interface ImageSet {
  /** Name to show, such as 'mnist-2000'. */
  readonly name: string;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  /** How many images. */
  readonly count: number;
  /** [count, channels, height, width], as read: 0 … 255 (Uint8Array), or any numbers. */
  readonly pixels: Uint8Array | Float32Array | Float64Array;
  /**
   * Divisor that brings pixels to the 0 … 1 that networks read: 255 for bytes, 1 for pixels that are 0 … 1
   * already.
   */
  readonly pixelScale: number;
  /**
   * [count], indexes into `classes`. In a multi-label set [count, classes.length]: 1 where the image has the
   * label, else 0.
   */
  readonly labels: Uint8Array;
  /** Whether an image can have several labels, or none: each label is then an independent yes/no. */
  readonly multiLabel: boolean;
  /** '0' … '9', or the names of the folders; at most MAX_CLASSES. */
  readonly classes: readonly string[];
  /** What the reader of a file took for granted, in sentences; not kept with the set. */
  readonly remarks?: readonly string[];
}

/** Where training gets its images from: an image set, or an endless generator. */
export interface ImageSource {
  readonly name: string;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly classes: readonly string[];
  /** Whether an image can have several labels, or none: each label is then an independent yes/no. */
  readonly multiLabel: boolean;
  /**
   * Number of images, at indexes 0 … count − 1; undefined for a generator, which has one at every integer,
   * also negative.
   */
  readonly count?: number;
  /** Copies one image, [channels, height, width], 0 … 1, to `into` from `offset` on. */
  image(index: number, into: Float64Array, offset: number): void;
  /**
   * Copies one target, [classes.length], to `into` from `offset` on: one-hot, or in a multi-label source 1
   * for each label.
   */
  target(index: number, into: Float64Array, offset: number): void;
  /** The label to show: '7', or 'horizontal + diagonal'. */
  label(index: number): string;
}

/** A label is stored in one byte. */
export const MAX_CLASSES = 256;

/** Copies image `index`, [channels, height, width], divided by `pixelScale`, to `into` from `offset` on. */
export function imageAt(set: ImageSet, index: number, into: Float64Array, offset: number): void {
  expectIndex(set, index);
  const { pixels, pixelScale } = set;
  const size = set.channels * set.height * set.width;
  const from = index * size;
  for (let i = 0; i < size; i++) into[offset + i] = pixels[from + i] / pixelScale;
}

/** Copies the target of image `index`, [classes.length]: a one-hot row, or 1 for each label it has. */
export function targetAt(set: ImageSet, index: number, into: Float64Array, offset: number): void {
  expectIndex(set, index);
  const { labels, multiLabel } = set;
  const size = set.classes.length;
  for (let unit = 0; unit < size; unit++) {
    into[offset + unit] = multiLabel ? labels[index * size + unit] : Number(labels[index] === unit);
  }
}

/** The label of image `index` to show; see `labelText`. */
export function labelAt(set: ImageSet, index: number): string {
  expectIndex(set, index);
  const { labels, classes, multiLabel } = set;
  if (!multiLabel) return classes[labels[index]];
  const own = labels.subarray(index * classes.length, (index + 1) * classes.length);
  return labelText(
    classes.filter((_, unit) => own[unit]),
    classes,
  );
}

/** Labels in words: 'horizontal + rising'; with none of them 'none', or 'not 7' where 7 is the only class. */
export function labelText(own: readonly string[], classes: readonly string[]): string {
  if (own.length > 0) return own.join(' + ');
  return classes.length === 1 ? labelTexts.not(classes[0]) : labelTexts.none;
}

/** An image set as a source. */
export function sourceOf(set: ImageSet): ImageSource {
  const { name, channels, height, width, classes, multiLabel, count } = set;
  return {
    name,
    channels,
    height,
    width,
    classes,
    multiLabel,
    count,
    image: (index, into, offset) => imageAt(set, index, into, offset),
    target: (index, into, offset) => targetAt(set, index, into, offset),
    label: (index) => labelAt(set, index),
  };
}

/** Where the data is at fault: the file's or table's name, row and column counted from 1. */
export interface DataPlace {
  readonly file?: string;
  readonly row?: number;
  readonly column?: number;
}

/**
 * Images that cannot be read; the message says which file (and row), what was found, what is expected and
 * what to do.
 */
export class DataError extends Error {
  readonly file?: string;
  readonly row?: number;
  readonly column?: number;

  constructor(message: string, { file, row, column }: DataPlace = {}) {
    super(message);
    this.name = 'DataError';
    this.file = file;
    this.row = row;
    this.column = column;
  }
}

function expectIndex({ name, count }: ImageSet, index: number): void {
  if (Number.isInteger(index) && index >= 0 && index < count) return;
  throw new RangeError(
    `Image ${index} of '${name}' was asked for; expected is a whole number from 0 to ${count - 1}.`,
  );
}
