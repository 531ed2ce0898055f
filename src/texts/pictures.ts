import { inLanguage } from './language';

/** What stands in pictures of a notebook, and what is said when there is none. */
export const pictureTexts = inLanguage({
  en: {
    loss: (notebook: string) => `${notebook}: batch loss`,
    step: 'step',
    /** The name of a picture. @param sheet of the block */
    block: (sheet: string, block: string) => `${sheet}: ${block}`,
    command: 'Picture',
    selectBlock: 'Select a cell of a block on the sheet first, such as a map or a filter.',
    noLossYet: 'There is no loss chart yet: press Step first.',
  },
});
