import { allOf, counted } from '../format';
import { inLanguage } from '../language';

const CELLS = { one: 'more cell', other: 'more cells' };
const BLOCKS = { one: 'more block', other: 'more blocks' };

/** What follows the message of a first fault where others have the same cause. */
export const problemTexts = inLanguage({
  en: {
    /** @param cells the first ones, "AE12"; @param more how many others there are */
    sameCells: (cells: readonly string[], more: number) =>
      `The same is wrong with ${allOf(more ? [...cells, counted(more, CELLS)] : cells)}.`,
    /** @param titles of the first blocks; @param more how many others there are */
    sameBlocks: (titles: readonly string[], more: number) =>
      `The same happened to ${allOf(more ? [...titles, counted(more, BLOCKS)] : titles)}.`,
  },
});
