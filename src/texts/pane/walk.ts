import { inLanguage } from '../language';

/** What the pane says first, and the guided walk. */
export const walkTexts = inLanguage({
  en: {
    intro: 'First steps',
    /** @param predicted "Predicts a 7 (51 %)." */
    introText: (predicted: string) =>
      `This sheet is a neural network: every number is a cell, and the image on the left becomes a prediction on the right. ` +
      `${predicted} Take a step to train it once, or be shown around: six stops.`,
    step: 'Take a step',
    run: 'Start a run',
    showMe: 'Show me around',
    goOn: 'Go on with the walk',
    notNow: 'Not now',

    walk: 'Guided walk',
    position: (number: number, count: number) => `${number} of ${count}`,
    next: 'Next',
    skip: 'Skip',
    end: 'End',
    leave: 'Leave',
    done: 'Done.',
    gone: 'The cells of this stop are gone.',
    stops: {
      digit: {
        title: 'Look at the image',
        text: (address: string) =>
          `${address} is the image, a number for each pixel: 0 is white paper, 1 is ink. Ctrl and the mouse wheel zoom: small, it is ` +
          'a picture; large, it is numbers.',
      },
      filter: {
        title: 'Change a filter',
        text: (address: string) =>
          `A filter is a small matrix of weights, and ${address} is one in its middle. Type 2 over it and press Enter.`,
      },
      map: {
        title: 'Watch its map',
        text: (address: string) =>
          `${address} is what this filter makes of the image. Each cell is a patch of the image times the filter, added up; ` +
          'all of them were computed anew when you typed. Select one: below it is explained.',
      },
      step: {
        title: 'Take a step',
        text: (address: string) =>
          `${address} is the loss: how wrong the prediction is. Take a step: every weight moves a little, to where the loss falls.`,
      },
      gradient: {
        title: 'Read a gradient',
        text: (address: string, sheet: string) =>
          `The sheet ${sheet} has the same addresses. ${address} there is how much the loss changes if that weight does: the ` +
          'next step goes the other way.',
      },
      run: {
        title: 'Train',
        text: (address: string) =>
          `Start a run: many steps, one after the other. Watch ${address}, the loss, fall.`,
      },
    },
  },
});
