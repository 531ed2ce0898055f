import { inLanguage } from '../language';

/** What Excel says of a word that is typed into a cell with a list, where it says so at all. */
export const listTexts = inLanguage({
  en: {
    notInList: 'Not in the list',
    seeNotebook: 'The notebook says what it expects here.',
  },
});
