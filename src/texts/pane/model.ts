import { inLanguage } from '../language';

/** The tab Model. */
export const modelTexts = inLanguage({
  en: {
    about:
      'The model table is a sheet that lists the images and the layers of the network, one a row. Change, add or ' +
      'delete rows: the table counts sizes and weights as you type, and says what does not fit.',
    modelTable: 'Model table',
    build: 'Build',
    aboutBuild:
      'Build draws the notebook that the table describes. Layers that you did not change keep their weights; you are ' +
      'asked before any weights are lost.',
  },
});
