import { inLanguage } from '../language';

/** The sheet with a model table, around its table. */
export const modelSheetTexts = inLanguage({
  en: {
    title: 'Model',
    note:
      'One row a layer; press Build to draw the notebook that the table describes. Blank cells use the ' +
      'default. ' +
      'A dense layer is the same as a fully connected one.',
    totals: {
      parameters: 'Parameters in all',
      activations: 'Activations in all',
      cells: 'Cells to draw',
    },
    damaged: (sheet: string) =>
      `The model table on '${sheet}' is no longer whole: a heading, or a cell above it, is missing. ` +
      'Undo that (Ctrl+Z), or delete the sheet and press Model for a new one.',
  },
});
