import { inLanguage } from '../language';

/** The cells that an entry of the glossary is about. */
export const glossaryCommandTexts = inLanguage({
  en: {
    gone: (term: string) =>
      `The cells that "${term}" is about are not there any more. Undo their deletion (Ctrl+Z); ` +
      'a sheet that was deleted is drawn again by the next Step.',
  },
});
