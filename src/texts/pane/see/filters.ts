import { whole } from '../../format';
import { inLanguage } from '../../language';

/** The section Filters. */
export const filtersTexts = inLanguage({
  en: {
    selectFirst: 'Select a cell of a filter on the sheet first.',
    running: 'Wait until the run has ended, or stop it.',
    /** "conv2, filter 1, channel 2 (3×3)"; @param channel undefined of a filter that has one matrix, or of all of them */
    selected: (filter: string, channel: number | undefined, height: number, width: number) =>
      `Selected on the sheet: ${filter}${channel === undefined ? '' : `, channel ${channel}`} (${height}×${width}).`,

    into: 'Put it into',
    oneMatrix: (channel: number) => `channel ${channel} only`,
    noMatrix: 'one matrix (select a cell of it)',
    oneMatrixHint: 'The other matrices stay as they are, and their sums are added.',
    allMatrices: (matrices: number) => `all ${whole(matrices)} matrices`,
    allMatricesHint: (matrices: number) =>
      `Each matrix is divided by ${whole(matrices)}: the filter looks at the mean of its ${whole(matrices)} ` +
      'channels, and responds as strongly as with one.',

    library: 'Filter library',
    colours:
      'Blue is negative, white 0, red positive. Ink is 1 and paper 0, so red looks for ink and blue for paper. The ' +
      'bias of the filter stays.',
    showSheet: 'Filter sheet',
    showSheetHint: 'All filters as pictures, each with the nine image patches that activate it most',
  },
});
