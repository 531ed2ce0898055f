import { whole } from '../format';
import { inLanguage } from '../language';

/** Labels of images, and what is wrong with them. */
export const labelTexts = inLanguage({
  en: {
    /** @param where the file or table and its column; @param some the first few labels */
    tooMany: (where: string, count: number, some: readonly string[], most: number) =>
      `${where}: there are ${whole(count)} different labels (${some.map((name) => `'${name}'`).join(', ')} …); expected at most ` +
      `${whole(most)}. Check that they are labels, and not numbers that count the images.`,
    /** For an image without labels; or without the only label there is. */
    none: 'none',
    not: (label: string) => `not ${label}`,
  },
});
