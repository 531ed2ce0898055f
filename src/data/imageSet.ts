import { labelTexts } from '../texts/data/labels';

/** Images with their labels, all in memory: read from files or cells, or made. Not to be changed once made. */
export interface ImageSet {
  /** For people, such as 'mnist-2000'. */
  readonly name: string;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  /** How many images. */
  readonly count: number;
  /** [count, channels, height, width], as read: 0 … 255 (Uint8Array), or any numbers. */
  readonly pixels: Uint8Array | Float32Array | Float64Array;
  /** What a pixel is divided by to become what a network reads, 0 … 1: 255 for bytes, 1 for what is 0 … 1 already. */
  readonly pixelScale: number;
  /**
   * One class to an image: [count], indexes into `classes`. Several labels to an image: [count, classes.length],
   * 1 where the image has the label and 0 where not.
   */
  readonly labels: Uint8Array;
  /** Whether an image can have several labels, or none, each a yes or no of its own. */
  readonly multiLabel: boolean;
  /** '0' … '9', or the names of the folders; at most MAX_CLASSES. */
  readonly classes: readonly string[];
}

/** Where a training draws its images from: an image set, or a generator that goes on for ever. */
export interface ImageSource {
  readonly name: string;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly classes: readonly string[];
  /** Whether an image can have several labels, or none, each a yes or no of its own. */
  readonly multiLabel: boolean;
  /** How many images, at indexes 0 … count − 1; undefined is endless, at every whole number, negative ones too. */
  readonly count?: number;
  /** Copies one image, [channels, height, width], 0 … 1, to `into` from `offset` on. */
  image(index: number, into: Float64Array, offset: number): void;
  /** Copies its target, [classes.length], a one-hot row or a yes (1) or no (0) to each label. */
  target(index: number, into: Float64Array, offset: number): void;
  /** For people: '7', or 'horizontal + diagonal'. */
  label(index: number): string;
}

/** A label has one byte. */
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

/** The label of image `index` for people; see `labelText`. */
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

/** Several labels in words: 'horizontal + rising'; 'none', or 'not 7' where 7 is the only label there is. */
export function labelText(own: readonly string[], classes: readonly string[]): string {
  if (own.length > 0) return own.join(' + ');
  return classes.length === 1 ? labelTexts.not(classes[0]) : labelTexts.none;
}

/** The images of a set, as a training draws them. */
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

/** Where in what was given a fault is: the file's or table's name, row and column counted from 1. */
export interface DataPlace {
  readonly file?: string;
  readonly row?: number;
  readonly column?: number;
}

/** Images that cannot be read: the message says which file (and row), what was found, what is expected, what to do. */
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
