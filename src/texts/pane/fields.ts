import { inLanguage } from '../language';

/** Fields of any tab. */
export const fieldsTexts = inLanguage({
  en: {
    notANumber: 'Type a number',
  },
});
