import { inLanguage } from '../language';

/** The filter sheet, around the descriptions in `addin/filters`. */
export const filterSheetTexts = inLanguage({
  en: {
    channel: (number: number) => `ch ${number}`,
    /** Below a patch. */
    captions: { activation: 'activation', image: 'image', label: 'label' },
    notExcited: 'No image activates it: its map is 0 everywhere.',
  },
});
