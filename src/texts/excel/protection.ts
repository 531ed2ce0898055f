import { inLanguage } from '../language';

/** What a person has protected, and how to go on. */
export const protectionTexts = inLanguage({
  en: {
    sheet: (name: string) =>
      `The sheet '${name}' is protected, so nothing was changed. Unprotect it (Review, Unprotect Sheet), then try again.`,
    structure:
      'The structure of the workbook is protected, so no sheet can be added, deleted or renamed, and nothing was changed. ' +
      'Unprotect it (Review, Protect Workbook), then try again.',
    readOnly:
      'The workbook is open for reading only, so nothing was changed. Save a copy of it, or press Enable Editing, then ' +
      'try again.',
  },
});
