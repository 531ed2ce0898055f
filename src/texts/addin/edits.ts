import { allOf, counted, oneOf } from '../format';
import { inLanguage } from '../language';

const RANGES = { one: 'more range', other: 'more ranges' };
const BLOCKS = { one: 'more block before it', other: 'more blocks before it' };

/** Responses to the user's edits of cells. */
export const editTexts = inLanguage({
  en: {
    /** @param ranges the first ones; @param more how many others there are */
    overtaken: (ranges: readonly string[], more: number) =>
      `${allOf(more ? [...ranges, counted(more, RANGES)] : ranges)} changed while the notebook was writing there, and ` +
      'the cells hold what it wrote. If you pasted other numbers, paste them once more.',
    undone:
      'Undo took back what the notebook had computed. Press Ctrl+Z again to take back your edit as well; ' +
      'Step, or any edit, computes it again.',

    /** For cells on other sheets than the value sheet. */
    computedOnSheet: (sheet: string, cells: string, title: string, valueSheet: string) =>
      `On '${sheet}', ${cells} (${title}) is computed and was put back. Edit the blue cells of '${valueSheet}'.`,
    imageSource: (cells: string) =>
      `${cells} says where the images come from. For others, choose them in the model table (Model), or import some.`,
    messageCell: 'The message cell is written by the notebook; what was typed there is gone.',
    /** @param sources cells that it is computed from: the first ones; @param more how many others there are */
    computedFrom: (
      cells: string,
      title: string,
      sources: readonly { readonly cells: string; readonly title: string }[],
      more: number,
    ) => {
      const named = sources.map((source) => `${source.cells} (${source.title})`);
      const all = oneOf(more ? [...named, counted(more, BLOCKS)] : named);
      return `${cells} (${title}) is computed and was put back. To change it, edit ${all}.`;
    },
    ownFormula: (cells: string, title: string) =>
      `${cells} (${title}) is computed by formulas of your own, and the change there was left as it is. Step trains the ` +
      'network as it was adopted: if the two are to agree, take the change back with Ctrl+Z.',
    formulaInWeights: (cells: string, title: string) =>
      `${cells} (${title}) holds a formula. The notebook computes with its number, until the next Step writes a trained ` +
      'number over it.',
    computedByStep: (cells: string, title: string) =>
      `${cells} (${title}) is computed and was put back. It changes with every step; Reset starts again.`,
  },
});
