import { inLanguage } from '../language';

/** The pane for a workbook without a notebook, and the menu of starters. */
export const startTexts = inLanguage({
  en: {
    title: 'Cellvolution',
    welcome:
      'A convolutional network in worksheet cells: read, colour, trace or type over any of its numbers, and train ' +
      'it with a button. Choose a notebook to start from. It is drawn on new sheets.',
    starters: 'Notebooks to start from',
    newNotebook: 'New notebook',
    withWorkbook: 'Start with this workbook',
    withWorkbookHint:
      'The notebook responds to edits as soon as the workbook is opened. Whoever opens it without having ' +
      'this add-in is shown an error ' +
      'by Excel. Without it, the add-in starts with the first button that you press.',
    menuNotLoaded: 'For a new notebook, press New on the ribbon.',
  },
});
