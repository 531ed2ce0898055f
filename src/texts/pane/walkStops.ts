import { inLanguage } from '../language';

/** What the words of a stop are about. */
interface About {
  readonly address: string;
  readonly sheet: string;
  /** To type. */
  readonly number: number;
  /** Whether the image has several channels, of which the first is red. */
  readonly isColour: boolean;
}

/** The stops of the guided walk. */
export const walkStopTexts = inLanguage({
  en: {
    walk: 'Guided walk',
    position: (number: number, count: number) => `${number} of ${count}`,
    next: 'Next',
    skip: 'Skip',
    end: 'End',
    leave: 'Leave',
    step: 'Take a step',
    run: 'Start a run',
    done: 'Done.',
    stops: {
      digit: {
        title: 'Look at the image',
        text: ({ address, isColour }: About) =>
          `${address} is the image${isColour ? '’s red' : ''}, a number for each pixel: ` +
          (isColour ? '0 is none, 1 is full; green and blue stand below. ' : '0 is white paper, 1 is ink. ') +
          'Ctrl and the mouse wheel zoom: small, it is a picture; large, it is numbers.',
      },
      filter: {
        title: 'Change a filter',
        text: ({ address, number }: About) =>
          `A filter is a small matrix of weights, and ${address} is the one in its middle. Type ${number} over it and press Enter.`,
      },
      map: {
        title: 'Watch its map',
        text: ({ address }: About) =>
          `${address} is what this filter makes of the image. Each cell is a patch of the image times the filter, added up; ` +
          'all of them are computed anew whenever you type a weight or a pixel. Select one to see it explained below.',
      },
      step: {
        title: 'Take a step',
        text: ({ address }: About) =>
          `${address} is the loss: how wrong the prediction is. Take a step: the weights move a little, to where the loss falls.`,
      },
      gradient: {
        title: 'Read a gradient',
        text: ({ address, sheet }: About) =>
          `The sheet ${sheet} has the same addresses. ${address} there is how much the loss changes if that weight does: the ` +
          'next step goes the other way.',
      },
      run: {
        title: 'Train',
        text: ({ address }: About) =>
          `Start a run: many steps, one after the other. Watch ${address}, the loss, fall.`,
      },
    },
  },
});
