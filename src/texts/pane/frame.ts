import { decimals, whole } from '../format';
import { inLanguage } from '../language';

/** Texts around the tabs: headings, messages, requested pictures. */
export const frameTexts = inLanguage({
  en: {
    opening: 'Reading the workbook…',
    stepAndEpoch: (step: number, epoch: number) => `Step ${whole(step)}, epoch ${decimals(epoch, 2)}`,
    tabs: { train: 'Train', images: 'Images', see: 'See', model: 'Model' },

    messages: 'Messages',
    moreErrors: (hidden: number) => `and ${whole(hidden)} more like these`,
    dismiss: 'Dismiss',
    cancel: 'Cancel',

    closePictures: 'Close pictures',
    image: (number: number) => `Image ${whole(number)}`,

    crashed: 'The pane has stopped',
    crashReason: (message: string) =>
      `${message}. Nothing in the workbook was changed. Close the pane and open it again.`,
  },
});
