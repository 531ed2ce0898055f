import { inLanguage } from '../language';

/** Fields of any tab. */
export const fieldsTexts = inLanguage({
  en: {
    notANumber: 'Type a number',
    ambiguous: 'Type it without a comma: a point is the decimal sign',
  },
});
