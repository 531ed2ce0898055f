import { inLanguage } from '../language';

/** Excel's alert for a word that is not in a cell's list, where Excel shows one. */
export const listTexts = inLanguage({
  en: {
    notInList: 'Not in the list',
    seeNotebook: 'The notebook says what it expects here.',
  },
});
