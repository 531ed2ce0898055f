import { inLanguage } from '../language';

/** The sheet of filters, around what `addin/filters` says of each. */
export const filterSheetTexts = inLanguage({
  en: {
    channel: (number: number) => `ch ${number}`,
    /** Below a patch. */
    captions: { activation: 'activation', image: 'image', label: 'label' },
    notExcited: 'No image excites it: its map is 0 everywhere.',
  },
});
