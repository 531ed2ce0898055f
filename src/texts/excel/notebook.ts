import { inLanguage } from '../language';

/** A notebook's own sheets. */
export const notebookSheetTexts = inLanguage({
  en: {
    taken: (sheet: string) =>
      `There is a sheet '${sheet}' already, and the notebook needs one of that name. Rename that sheet, then try again.`,
    nameTaken: (name: string) =>
      `The name '${name}' is taken on this sheet, and the notebook needs it. Delete or rename it (Formulas, Name Manager), ` +
      'then try again.',
  },
});
