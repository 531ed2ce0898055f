import { labelText, type ImageSet, type ImageSource } from '../imageSet';
import { bars } from './bars';
import { digits, sevens } from './digits';
import { HUNDREDTHS, type GeneratedImage, type Generator } from './generator';
import { shapes } from './shapes';
import { strokes } from './strokes';

export type GeneratorName = 'digits' | 'sevens' | 'shapes' | 'strokes' | 'bars';

/** Every generator. To add one, write its file and a line here. */
export const GENERATORS: Readonly<Record<GeneratorName, Generator>> = {
  digits,
  sevens,
  shapes,
  strokes,
  bars,
};

/**
 * The endless images of a generator. The same seed and index give the same image, target and label, whatever
 * was asked before; both may be negative.
 *
 * @throws RangeError if one is not a whole number
 */
export function generatorSource(name: GeneratorName, seed: number): ImageSource {
  const { channels, height, width, classes, multiLabel } = GENERATORS[name];
  const made = lastMade(GENERATORS[name], seed);
  return {
    name,
    channels,
    height,
    width,
    classes,
    multiLabel,
    image: (index, into, offset) => into.set(made(index).pixels, offset),
    target(index, into, offset) {
      into.fill(0, offset, offset + classes.length);
      for (const label of made(index).labels) into[offset + label] = 1;
    },
    label: (index) =>
      labelText(
        made(index).labels.map((label) => classes[label]),
        classes,
      ),
  };
}

/**
 * The first `count` images of a generator, indexes 0 … count − 1, equal bit for bit to those of
 * `generatorSource`.
 */
export function makeSet(name: GeneratorName, seed: number, count: number): ImageSet {
  expectWhole('count', count, 1);
  const { channels, height, width, classes, multiLabel } = GENERATORS[name];
  const made = lastMade(GENERATORS[name], seed);
  const size = channels * height * width;
  const pixels = new Uint8Array(count * size);
  const labels = new Uint8Array(multiLabel ? count * classes.length : count);
  for (let index = 0; index < count; index++) {
    const image = made(index);
    for (let i = 0; i < size; i++) pixels[index * size + i] = Math.round(image.pixels[i] * HUNDREDTHS);
    if (multiLabel) for (const label of image.labels) labels[index * classes.length + label] = 1;
    else labels[index] = image.labels[0];
  }
  return {
    name: `${name}-${count}`,
    channels,
    height,
    width,
    count,
    pixels,
    pixelScale: HUNDREDTHS,
    labels,
    multiLabel,
    classes,
  };
}

/** Remembers the last image: its pixels, target and label are asked for one after the other. */
function lastMade(generator: Generator, seed: number): (index: number) => GeneratedImage {
  expectWhole('seed', seed);
  let last: number | undefined;
  let image: GeneratedImage;
  return (index) => {
    if (index === last) return image;
    expectWhole('index', index);
    image = generator.make(seed, index);
    last = index;
    return image;
  };
}

function expectWhole(what: string, value: number, least = Number.MIN_SAFE_INTEGER): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  const expected = least === 1 ? 'a whole number, 1 or more' : 'a whole number between -2^53 and 2^53';
  throw new RangeError(`The ${what} of the images to make is ${value}; expected ${expected}.`);
}
