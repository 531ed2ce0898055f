import { allOf, counted } from '../format';
import { inLanguage } from '../language';

const AREAS = { one: 'more area', other: 'more areas' };

/** Cells of the notebook that a person has merged. */
export const mergedCellsTexts = inLanguage({
  en: {
    /** @param areas the first ones; @param more how many others there are */
    merged: (sheet: string, areas: readonly string[], more: number) =>
      `On '${sheet}', the cells ${allOf(more ? [...areas, counted(more, AREAS)] : areas)} are merged, so that only the ` +
      'first of them can hold a number, and nothing was changed. Unmerge them (Home, Merge & Center), or press Ctrl+Z; ' +
      'the next command puts back the numbers that they held.',
  },
});
