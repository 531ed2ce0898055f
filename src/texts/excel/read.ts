import { whole } from '../format';
import { inLanguage } from '../language';

/** Faults when reading cells. */
export const readTexts = inLanguage({
  en: {
    nothingSelected: 'The selected cells are empty. Select the rows of the images first.',
    severalAreas:
      'Several areas are selected, or none in this workbook: select the rows of the images as one area. (Rows that are ' +
      'apart: copy them below each other first.)',
    hiddenRows:
      'Some of the selected rows are hidden, by hand or by a filter. Show them, or copy the rows that you see to another ' +
      'place and select them there.',
    tooManySelected: (cells: number, most: number) =>
      `${whole(cells)} cells are selected, and up to ${whole(most)} are read at once. Select fewer rows, or save them as a ` +
      'CSV file and import that.',
    /** A problem of another sheet than that of the values. @param problem a sentence */
    onSheet: (sheet: string, problem: string) => `On the sheet '${sheet}': ${problem}`,
  },
});
