import { counted, decimals, percent, whole } from '../format';
import { inLanguage } from '../language';

const IMAGES = { one: 'validation image', other: 'validation images' };

/** The confusion sheet. */
export const confusionTexts = inLanguage({
  en: {
    /** "500 validation images, after step 200: accuracy 97.4%, loss 0.0812" */
    heading: (images: number, step: number, accuracy: number, loss: number) =>
      `${counted(images, IMAGES)}, after step ${whole(step)}: accuracy ${percent(accuracy, 1)}, loss ${decimals(loss, 4)}`,
    /** In two rows, as wide as a small window shows. */
    aboutMatrix: [
      'Rows are true classes, columns are predicted classes: on the diagonal, in blue, is what is correct; mistakes are red.',
      'Select one of the numbers, and the pane shows its images.',
    ],
    aboutLabels: [
      'Each label is a yes or no of its own, yes above 0.5; an image is correct when all of its labels are.',
      'Select a row of those with the highest loss, and the pane shows the image.',
    ],

    /** Above the columns. */
    predicted: 'predicted',
    images: 'images',
    highestLoss: 'Highest loss',

    trueClass: 'true class',
    all: 'all',
    sums: { images: 'images', recall: 'recall' },

    label: 'label',
    counts: {
      positive: 'with it',
      truePositive: 'found',
      falseNegative: 'missed',
      falsePositive: 'false alarms',
    },
    shares: { precision: 'precision', recall: 'recall', accuracy: 'correct' },

    /** Of the images with the highest loss. */
    worst: {
      image: 'Image',
      label: 'Label',
      predicted: 'Predicted',
      probability: 'Probability',
      loss: 'Loss',
    },
  },
});
