import { inLanguage } from '../language';

/** The frames of Explain cell. */
export const cellFrameTexts = inLanguage({
  en: {
    altText: 'Frame of Explain cell',
  },
});
