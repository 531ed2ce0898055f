import { counted, whole } from '../format';
import { inLanguage } from '../language';

const IMAGES = { one: 'image', other: 'images' };
const LABELS = { one: 'label', other: 'labels' };
const CLASSES = { one: 'class', other: 'classes' };

const AS_PICTURES = 'Select rows, and the pane shows them as pictures.';

/** The sheet of images. */
export const dataSheetTexts = inLanguage({
  en: {
    /** "MNIST: 60,000 images of 28 × 28 pixels, 10 classes (0, 1, 2 …)" @param classes the first ones */
    heading: (
      set: {
        readonly name: string;
        readonly count: number;
        readonly height: number;
        readonly width: number;
        readonly channels: number;
        readonly multiLabel: boolean;
        readonly classes: readonly string[];
      },
      named: number,
    ) => {
      const { name, count, height, width, channels, multiLabel, classes } = set;
      const colours = channels === 1 ? '' : `, ${channels} channels`;
      const kinds = counted(classes.length, multiLabel ? LABELS : CLASSES);
      const names = classes.slice(0, named).join(', ') + (classes.length > named ? ' …' : '');
      return `${name}: ${counted(count, IMAGES)} of ${height} × ${width} pixels${colours}, ${kinds} (${names})`;
    },
    /** Where the images are stored and which of them are shown; then the effect of typing over them. */
    where: {
      drawn: (_name: string, from: number, to: number): readonly [string, string] => [
        'The notebook draws these images itself, from its seed, as many as it needs. ' +
          `Images ${whole(from)} to ${whole(to)} are shown here.`,
        `${AS_PICTURES} Typing over them here does not change the images.`,
      ],
      cells: (_name: string, from: number, to: number): readonly [string, string] => [
        'The images are kept in the cells of this workbook and go wherever it goes. ' +
          `Images ${whole(from)} to ${whole(to)} are shown here.`,
        AS_PICTURES,
      ],
      browser: (name: string, from: number, to: number): readonly [string, string] => [
        `The images are kept in the storage of this browser, under the name '${name}', and not in the workbook. ` +
          `Images ${whole(from)} to ${whole(to)} are shown here.`,
        `${AS_PICTURES} Typing over them here does not change the images. On another machine, or in another browser, ` +
          'import the same files again.',
      ],
    },
  },
});
