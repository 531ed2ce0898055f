import { inLanguage } from '../language';

/** A notebook's own sheets. */
export const notebookSheetTexts = inLanguage({
  en: {
    taken: (sheet: string) =>
      `There is a sheet '${sheet}' already, and the notebook needs one of that name. Rename that sheet, then try again.`,
  },
});
