import { inLanguage } from '../../language';

/** The headings of the sections of the tab See. */
export const sectionTexts = inLanguage({
  en: {
    changes: 'Changes',
    formulas: 'Formulas',
    filters: 'Filters',
    matrix: 'As matrix',
    check: 'Check my gradient',
    pictures: 'Pictures',
    glossary: 'Glossary',
  },
});
