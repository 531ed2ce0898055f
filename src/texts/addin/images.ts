import { whole } from '../format';
import { inLanguage } from '../language';

/** Images that are imported, selected or drawn by hand. */
export const imageCommandTexts = inLanguage({
  en: {
    /** @param remarks what the reader of a file took for granted */
    nowUsed: (name: string, count: number, pixelScale: number, remarks: readonly string[] = []) =>
      [
        `The notebook now draws its images from "${name}", ${whole(count)} of them; their pixels are 0 … ${whole(pixelScale)}.`,
        ...remarks,
      ].join(' '),
    selected: (count: number, name: string) => `${whole(count)} of "${name}"`,
    otherImages:
      'These rows show other images than the notebook has now, of another seed or another set. Press Show images to draw its own.',
    inCell: (cell: string, fault: string) => `${cell}: ${fault}`,

    oneImage: (height: number, width: number) =>
      `The selection is as large as one image, ${height}×${width}: it would be read as ${height} images. Expected is a ` +
      'row for each image: its label, then its pixels. A single image is pasted over the one on the page.',

    notIntoWorkbook: (name: string) =>
      `The images "${name}" do not fit into the workbook: at most 2,000 images of 28×28 do, and they must be in this browser.`,

    drawn: 'Your drawing is on the page. Its target is still that of the previous image.',
    isBack: 'The previous image is on the page again.',
    wrongSize: (height: number, width: number) => `The drawing is not ${height}×${width} pixels; draw again.`,
    emptyPaper: 'The paper is empty. Draw something first.',

    /** Why a notebook cannot read images. */
    misfits: {
      /** @param images "1×28×28" */
      size: (images: string, expected: string) =>
        `its images are ${images} (channels, height, width) and the notebook reads ${expected}`,
      /** @param classes the first ones, and the last */
      classes: (classes: string, expected: string) =>
        `its classes are ${classes} and the notebook predicts ${expected}`,
      multiLabel: 'its images have several labels and the softmax of the notebook predicts only one',
    },
    cannotRead: (name: string, misfits: readonly string[]) =>
      `"${name}" is now kept in this browser, but ${misfits.join('; ')}. Press Model, choose "${name}" under Images, ` +
      'make sizes, loss and last layer fit, and press Build.',
  },
});
