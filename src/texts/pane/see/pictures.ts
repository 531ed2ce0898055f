import { inLanguage } from '../../language';

/** The section Pictures. */
export const picturesTexts = inLanguage({
  en: {
    about:
      'For slides and papers, in the colours of the sheet. PNG is for slides, SVG can be enlarged and edited.',
    subject: 'Show',
    subjects: {
      block: 'The block of the selected cell',
      page: 'The whole sheet',
      loss: 'The loss chart',
    },
    numbers: 'Numbers in coloured cells',
    copy: 'Copy picture',
    savePng: 'Save PNG',
    saveSvg: 'Save SVG',
    running: 'Wait until the run has ended, or stop it.',
    copied: (width: number, height: number) => `Copied, ${width}×${height} pixels: paste it into a slide.`,
    notCopied:
      'This Excel does not let a pane copy pictures. Right-click the picture below and choose Copy image, or save it.',
    saved: (name: string) =>
      `Saved as ${name}. If no file has come, as in Excel for Mac: right-click the picture below and choose Copy image.`,
    notDrawn: 'The picture could not be drawn. Save it as SVG instead.',
  },
});
