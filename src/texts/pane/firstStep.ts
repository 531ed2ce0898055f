import { decimals } from '../format';
import { inLanguage } from '../language';

/** What the pane says after the first step. */
export const firstStepTexts = inLanguage({
  en: {
    card: 'The first step',
    text: (before: number, after: number) =>
      `The weights moved a little, often by less than their cells show. The loss of this image was ` +
      `${decimals(before, 4)} and is ${decimals(after, 4)}.`,
    showChanges: 'See what moved',
    close: 'Close',
  },
});
