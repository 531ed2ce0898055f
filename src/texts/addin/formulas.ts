import { counted, whole } from '../format';
import { inLanguage } from '../language';

const CELLS = { one: 'cell is a worksheet formula', other: 'cells are worksheet formulas' };

/** Cells that become formulas, or values again. */
export const formulaTexts = inLanguage({
  en: {
    selectFirst:
      'Select a cell that the notebook computes first: a map, a pool, a logit, or a gradient. ' +
      'Blue cells are for you to type into, and have no formula.',
    stopped: 'Stopped. All cells are as they were.',
    writing: 'Turning cells into formulas, or back …',

    gradientsOfBatch: (batchSize: number) =>
      `The gradients of weights are means over a batch of ${whole(batchSize)} images, of which one is on the page, so ` +
      'they stay values. With a batch size of 1 every gradient is a formula, and the sheet shows a whole step of training.',
    setBatchSizeToOne: 'Set the batch size to 1',

    /** @param stays what stays values, each with its reason */
    formulas: (cells: number, stays: readonly string[]) =>
      `${counted(cells, CELLS)} now; click one to read it.` +
      (stays.length ? ` These stay values: ${stays.join('. ')}.` : ''),
    stay: (stays: readonly string[]) => `These stay values: ${stays.join('. ')}.`,
    allValues: 'All cells hold values again.',

    /** Blocks of the other sheets, by that of the sheet of values. */
    blocks: {
      gradients: (title: string) => `gradient of ${title}`,
      next: (title: string) => `next step of ${title}`,
      rotated: (title: string) => `rotated ${title}`,
    },
    weightGradients: 'gradients of weights and biases',
    /** @param titles of the first blocks; @param more how many others there are */
    reason: (titles: readonly string[], more: number, reason: string) =>
      `${titles.join('; ')}${more ? `; ${whole(more)} more` : ''} (${reason})`,
    /** A reason why cells stay values. */
    sheetGone: (sheet: string) => `the sheet '${sheet}' is not there`,
  },
});
