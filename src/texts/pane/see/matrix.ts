import { inLanguage } from '../../language';

/** The section As matrix. */
export const matrixTexts = inLanguage({
  en: {
    none: 'This network has no convolution.',
    about:
      'A convolution is a multiplication by a matrix. Most of the matrix is zero; its other numbers are the same few ' +
      'weights again and again.',
    layer: 'Layer',
    filter: 'Filter',
    channel: 'Input channel',
    allChannels: 'all, side by side',
    show: 'Show as matrix',
    ofSelected: 'Of selected cell',
    ofSelectedHint: 'The convolution whose filter, bias or map is selected on the sheet',
    live:
      'The sheet holds formulas: type into the filter, and the matrix and its products follow. Of a large ' +
      'convolution only a part is shown, around the selected output.',
  },
});
