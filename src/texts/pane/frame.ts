import { decimals, whole } from '../format';
import { inLanguage } from '../language';

/** Texts around the tabs: headings, messages, requested pictures. */
export const frameTexts = inLanguage({
  en: {
    starting: 'Starting Cellvolution…',
    opening: 'Reading the workbook…',
    underWay: 'Under way',
    busy: (command: string) => `${command}…`,
    stepAndEpoch: (step: number, epoch: number) => `Step ${whole(step)}, epoch ${decimals(epoch, 2)}`,
    tabs: { train: 'Train', images: 'Images', see: 'See', model: 'Model' },

    messages: 'Messages',
    moreErrors: (hidden: number) => `and ${whole(hidden)} more like these`,
    dismiss: 'Dismiss',
    undo: 'Undo',
    repair: 'Repair',
    cancel: 'Cancel',

    loading: 'Loading…',
    notLoaded:
      'This part of the pane could not be loaded. Check that you are online, then open the pane again.',

    closePictures: 'Close pictures',
    image: (number: number) => `Image ${whole(number)}`,

    crashed: 'The pane has stopped',
    crashReason: (message: string) =>
      `${message}. Nothing in the workbook was changed. Close the pane and open it again.`,
  },
});
