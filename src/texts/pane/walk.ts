import { inLanguage } from '../language';

/** What the pane says first, and how the guided walk is begun. */
export const walkTexts = inLanguage({
  en: {
    intro: 'First steps',
    /** @param predicted "Predicts a 7 (51 %)." */
    introText: (predicted: string) =>
      `This sheet is a neural network: every number is a cell, and the image on the left becomes a prediction on the right. ` +
      `${predicted} Take a step to train it once, or be shown around: six stops.`,
    step: 'Take a step',
    showMe: 'Show me around',
    goOn: 'Go on with the walk',
    notNow: 'Not now',
    gone: 'The cells of this stop are gone.',
  },
});
