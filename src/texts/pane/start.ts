import { inLanguage } from '../language';

/** The pane for a workbook without a notebook, and the menu of starters. */
export const startTexts = inLanguage({
  en: {
    title: 'Cellvolution',
    welcome:
      'A convolutional network in worksheet cells: read, colour, trace or type over any of its numbers, and train ' +
      'it with a button. Choose a notebook to start from. It is drawn on new sheets.',
    starters: 'Notebooks to start from',
    adopt: 'Adopt this sheet',
    found: (sheet: string) => `Found on '${sheet}'`,
    foundLayer: (name: string, what: string) => `${name}: ${what}.`,
    closeFound: 'Close',
    adoptAbout:
      'The sheet in front computes such a network already, by formulas: recognise it, and train it in its own cells.',
    newNotebook: 'New notebook',
    withWorkbook: 'Start with this workbook',
    withWorkbookHint:
      'The notebook responds to edits as soon as the workbook is opened. Whoever opens it without having ' +
      'this add-in is shown an error ' +
      'by Excel. Without it, the add-in starts with the first button that you press.',
    saveCopy: 'Save a copy',
    saveCopyHint:
      'A file (.xlsx) of this workbook as it is now: it goes on in Excel with this add-in, and shows and computes its ' +
      'formulas without.',
    menuNotLoaded: 'For a new notebook, press New on the ribbon.',
  },
});
