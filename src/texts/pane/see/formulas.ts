import { inLanguage } from '../../language';

/** The section Formulas. */
export const formulasTexts = inLanguage({
  en: {
    about:
      'The add-in computes the notebook and writes values. Here the spreadsheet computes it itself, with formulas that ' +
      'you can read, with or without the add-in. Both agree to nine digits or more.',
    values: 'Values as formulas',
    gradients: 'Gradients, and the next step, as formulas',
    /** What the sheets show, by their names. */
    aboutGradients: (sheets: { next: string; gradients: string; rotated: string }) =>
      `The sheet ‘${sheets.next}’ holds each weight after the next step, computed from the gradients on ` +
      `‘${sheets.gradients}’. (In mode evaluate, or with a validation image on the page, a step takes other ` +
      `gradients.) ‘${sheets.rotated}’ holds the filters rotated by 180°: gradients flow back through them.`,
    toggleSelected: 'Selected block: formulas or values',
    chosenBlocks: 'Blocks that you chose:',
    staysValues: 'These stay values:',
  },
});
