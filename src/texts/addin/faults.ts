import { whole } from '../format';
import { inLanguage } from '../language';

/** Faults that can occur in any command. */
export const faultTexts = inLanguage({
  en: {
    /** @param reason a sentence, of `trainingTexts.notFinite` */
    stepNotTaken: (step: number, reason: string, learningRate: number) =>
      `Step ${whole(step)} was not taken. ${reason} Type a learning rate smaller than ${learningRate}, or smaller ` +
      'weights; Reset goes back to those of the seed.',
    imagesMissing: (name: string) =>
      `The images "${name}" are not in this browser or at this address: they are kept where they were imported. ` +
      'Import the same files again, in the pane under Images.',
    allForValidation:
      'There are no images to train with: the validation share is 1, so all of them are used for evaluation. ' +
      'Type a smaller share, such as 0.2.',
    notLoaded:
      'A part of the add-in could not be loaded, and nothing was changed. Check that you are online, then try again.',
    /** @param message of the program that failed, with or without full stops at its end */
    unexpected: (message: string) =>
      `Something went wrong that should not have: ${message.replace(/\.+$/, '')}. Nothing else was changed; press ` +
      'the button again, or make a new notebook.',

    /** Messages for Excel's error codes, where the user can do something about them. */
    excel: {
      InvalidOperationInCellEditMode:
        'Excel is in the middle of an edit. Press Enter or Esc in the cell, then try again.',
      InactiveWorkbook:
        "Another workbook is in front. Bring the notebook's workbook to the front, then try again.",
      AccessDenied:
        'The sheet or the workbook is protected. Unprotect it (Review, Unprotect Sheet), then try again.',
      ItemNotFound:
        'A sheet or a block of the notebook is gone. Press Step: a deleted sheet of gradients or memory is drawn again; ' +
        'deleted rows and columns come back with Ctrl+Z.',
      ItemAlreadyExists: 'A sheet of that name exists already. Rename it, then try again.',
      RequestPayloadSizeLimitExceeded:
        'That was more than Excel accepts at once (5 MB in Excel on the web), and nothing more was ' +
        'written. Select or paste ' +
        'fewer cells, or make the network smaller, with fewer filters or units.',
      ResponsePayloadSizeLimitExceeded:
        'The cells hold more than Excel returns at once (5 MB in Excel on the web). Long texts or ' +
        'formulas among the numbers ' +
        'may be the reason: clear them, or select fewer cells, then try again.',
      GeneralException:
        'Excel could not do that, and does not say why. What had been begun was taken back; try again.',
      RequestAborted: 'Excel cancelled the request. Try again.',
    } as Readonly<Record<string, string>>,
  },
});
