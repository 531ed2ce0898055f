import { inLanguage } from '../language';

/** Explain cell, where there is nothing to explain. */
export const explainCommandTexts = inLanguage({
  en: {
    noCell: 'No cell of the notebook',
    selectCell: "Select a cell of the notebook's sheets to see where its value comes from.",
  },
});
