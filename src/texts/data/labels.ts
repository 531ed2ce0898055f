import { whole } from '../format';
import { inLanguage } from '../language';

/** Labels of images, and what is wrong with them. */
export const labelTexts = inLanguage({
  en: {
    /** @param where the file or table and its column; @param some the first few labels */
    tooMany: (where: string, count: number, some: readonly string[], most: number) =>
      `${where}: there are ${whole(count)} different labels (${some.map((name) => `'${name}'`).join(', ')} …); expected at most ` +
      `${whole(most)}. Check that they are labels, and not numbers that count the images.`,
    /** @param shift the label of an image stands so many places further on; further up where it is negative */
    shifted: (shift: number) =>
      `Look at the labels: they seem to be shifted, for images that look alike agree in the label ${whole(Math.abs(shift))} ` +
      `${Math.abs(shift) === 1 ? 'place' : 'places'} ${shift > 0 ? 'further down' : 'further up'}, and not in their own. ` +
      'Was a line left out, or one too many read, in one of the files?',
    /** For an image without labels; or without the only label there is. */
    none: 'none',
    not: (label: string) => `not ${label}`,
  },
});
