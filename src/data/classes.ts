import { labelTexts } from '../texts/data/labels';
import { DataError, MAX_CLASSES, type DataPlace } from './imageSet';

const collator = new Intl.Collator('en', { numeric: true });

/**
 * The classes among the labels of images, in natural order, and each image's label as an index into them.
 *
 * @throws DataError at `place` if there are more than MAX_CLASSES classes
 */
export function classify(
  names: readonly string[],
  { what, ...place }: DataPlace & { readonly what: string },
): { classes: string[]; labels: Uint8Array } {
  const classes = [...new Set(names)].sort(compareNaturally);
  if (classes.length > MAX_CLASSES) {
    const some = classes.slice(0, 3);
    throw new DataError(labelTexts.tooMany(what, classes.length, some, MAX_CLASSES), place);
  }
  const indexes = new Map(classes.map((name, index) => [name, index]));
  return { classes, labels: Uint8Array.from(names, (name) => indexes.get(name)!) };
}

/** Comparison in natural order, for `sort`: 'img2' before 'img10', and numbers before words. */
export function compareNaturally(a: string, b: string): number {
  return collator.compare(a, b) || Number(a > b) - Number(a < b);
}
