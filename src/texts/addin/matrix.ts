import { inLanguage } from '../language';

/** A convolution as a matrix. */
export const matrixCommandTexts = inLanguage({
  en: {
    noConvolution:
      'This network has no convolution that could be shown as a matrix. Add one in the model table (press Model), and ' +
      'press Build.',
  },
});
