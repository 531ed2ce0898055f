import { inLanguage } from '../language';

/** Settings that are set in the pane. */
export const settingTexts = inLanguage({
  en: {
    /** @param expected "a number above 0" */
    notAccepted: (label: string, expected: string) => `${label}: type ${expected}.`,
  },
});
