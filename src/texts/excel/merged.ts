import { allOf, counted } from '../format';
import { inLanguage } from '../language';

/** Merged cells where something is to be written. */
export const mergedTexts = inLanguage({
  en: {
    /** @param areas the first ones; @param more how many others there are */
    inTheWay: (sheet: string, areas: readonly string[], more: number) =>
      `On '${sheet}', the cells ${allOf(more ? [...areas, counted(more, AREAS)] : areas)} are merged, so that only the ` +
      'first of them can hold anything, and nothing was written. Unmerge them (Home, Merge & Center), or press Ctrl+Z, ' +
      'and try again.',
  },
});

const AREAS = { one: 'more area', other: 'more areas' };
