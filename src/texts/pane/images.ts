import { counted, whole } from '../format';
import { inLanguage } from '../language';

const PICTURES = { one: 'picture', other: 'pictures' };

/** The tab Images: where images come from, files of others, and one that is drawn by hand. */
export const imagesTexts = inLanguage({
  en: {
    /** @param count undefined for generated images, which are endless */
    source: (name: string, count: number | undefined) =>
      `Images: ${name}, ${count === undefined ? 'as many as you need' : `${whole(count)} of them`}.`,
    missing: (name: string) =>
      `The images “${name}” are not in this browser or at this address: they are kept where they were imported. Import the same files ` +
      'again. Until then the notebook shows and computes the image on its page, but it cannot train.',
    inWorkbook: 'Keep these images in the workbook',
    inWorkbookHint: 'Whoever opens the workbook elsewhere can train at once. At most 2,000 images of 28×28.',
    showOnSheet: 'Show on a sheet',
    useSelection: 'Selected cells as images',
    useSelectionHint: 'A row for each image: its label, then its pixels',

    files:
      'Choose IDX files (for MNIST, the images and the labels together), a CSV file with an image in every row, or ' +
      'pictures. The label of a picture is the folder that it is in, or the beginning of its name.',
    darkInk: 'Dark ink on light paper',
    darkInkHint: 'Inverts the pictures: in a notebook ink is 1 and paper is 0',
    pixels: 'Pixels of a CSV file',
    pixelsByThemselves: 'By the largest: 0 … 1, 0 … 16 or 0 … 255',
    pixelsUpTo: (most: number) => `0 … ${whole(most)}`,
    importFiles: 'Import files…',
    importFolder: 'Import folder…',
    importProgress: 'Progress of the import',
    reading: 'Reading…',
    picturesRead: (done: number, total: number) => `${whole(done)} of ${counted(total, PICTURES)} read`,
    opening: 'Opening the images in the notebook…',
    cancelImport: 'Cancel import',
    unreadable: (reason: string) => `The files could not be read: ${reason}. Choose them again.`,

    draw: 'Draw a digit',
    drawHelp:
      'Use the mouse, a pen or a finger. With the keyboard: arrow keys move, the space bar inks, and Shift with an ' +
      'arrow key draws a line.',
    paper: 'Paper to draw on',
    pen: (row: number, column: number) => `Row ${row}, column ${column}`,
    drawFirst: 'Draw here: the network predicts while you draw.',
    drawn: (prediction: string) => `Your drawing. ${prediction}`,
    putOnPage: 'Put on the page',
    clear: 'Clear',
  },
});
