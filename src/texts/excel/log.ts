import { inLanguage } from '../language';

/** The sheet with the training log. */
export const logTexts = inLanguage({
  en: {
    title: (notebook: string) => `Training log of ${notebook}`,
    note:
      'Each logged training adds a row; rows are never removed. ' +
      'After a Reset the steps begin at 0 again, and the charts go on to the right.',
    /** Headings of the columns, by which they are found again; in a log of another language, by position. */
    columns: {
      step: 'Step',
      epoch: 'Epoch',
      learningRate: 'Learning rate',
      trainingLoss: 'Training loss',
      validationLoss: 'Validation loss',
      trainingAccuracy: 'Training accuracy',
      validationAccuracy: 'Validation accuracy',
    },
    charts: {
      loss: { axis: 'Loss', title: 'Loss over the steps' },
      accuracy: { axis: 'Accuracy', title: 'Accuracy over the steps' },
    },
  },
});
