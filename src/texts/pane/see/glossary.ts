import { inLanguage } from '../../language';

/** The section Glossary, around its entries. */
export const glossaryTexts = inLanguage({
  en: {
    search: 'Search the glossary',
    searchExample: 'Search, e.g. bias',
    found: 'Found terms',
    nothingFound: (typed: string) => `No entry is found for “${typed}”. Try another word.`,
    questions: 'What learners ask',
    selectedHeading: 'About the selected heading',

    also: (names: readonly string[]) => `also: ${names.join(', ')}`,
    inThisNotebook: 'In this notebook:',
    showMe: 'Show me',
    close: 'Close',
    seeAlso: 'See also',
  },
});
