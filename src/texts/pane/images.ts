import { allOf, counted, whole } from '../format';
import { inLanguage } from '../language';

const PICTURES = { one: 'picture', other: 'pictures' };
const CHANNELS = { one: 'channel', other: 'channels' };

/** The tab Images: where images come from, files of others, and one that is drawn by hand. */
export const imagesTexts = inLanguage({
  en: {
    /** @param count undefined of images that are generated, without end */
    source: (name: string, count: number | undefined) =>
      `Images: ${name}, ${count === undefined ? 'as many as you need' : `${whole(count)} of them`}.`,
    missing: (name: string) =>
      `The images “${name}” are not here: they are kept in the browser that imported them. Import the same files ` +
      'again. Until then the notebook shows and computes the image on its page, but it cannot train.',
    showOnSheet: 'Show on a sheet',
    useSelection: 'Selected cells as images',
    useSelectionHint: 'A row for each image: its label, then its pixels',

    files:
      'Choose IDX files (of MNIST, the images and the labels together), a CSV file with an image in every row, or ' +
      'pictures. The label of a picture is the folder that it is in, or the beginning of its name.',
    darkInk: 'Dark ink on light paper',
    darkInkHint: 'Inverts the pictures: in a notebook ink is 1 and paper is 0',
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
    putOnPage: 'Put on the page',
    clear: 'Clear',
  },
});

/** Why chosen files are refused before they are read. */
export const fileTexts = inLanguage({
  en: {
    kinds: { idx: 'IDX files', csv: 'a CSV file', pictures: 'pictures' },
    emptyFolder:
      'There are no files in this folder. Choose one with PNG or JPEG pictures in it, or in folders in it.',
    /** @param found a kind of files, and one of them */
    mixed: (found: readonly (readonly [kind: string, path: string])[]) =>
      `Found ${allOf(found.map(([kind, path]) => `${kind} (${path})`))} among the chosen files; expected files of ` +
      'one kind. Choose again.',
    severalTables: (paths: readonly string[]) =>
      `Found ${whole(paths.length)} CSV files (${paths.join(', ')}); choose one at a time.`,
    packedTable: (name: string) => `${name} is packed by gzip: unpack it first, then choose the CSV file.`,
    unknownKind: (name: string) =>
      `${name} is of a kind that is not read here; expected two IDX files (MNIST's: images and labels), one CSV ` +
      'file, or PNG or JPEG pictures. Unpack an archive first.',
    channels: (count: number) =>
      `This notebook reads ${counted(count, CHANNELS)}, but pictures have 1 (grey) or 3 (red, green, blue). ` +
      'Change the channels in the model table, or import a CSV or IDX file.',
  },
});
