import { allOf, counted, whole } from '../format';
import { inLanguage } from '../language';

const CHANNELS = { one: 'channel', other: 'channels' };

/** Why chosen files are refused before they are read. */
export const filesTexts = inLanguage({
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
    unknownKind: (name: string) =>
      `${name} is of a kind that cannot be imported; expected two IDX files (MNIST's: images and ` +
      'labels), one CSV ' +
      'file, or PNG or JPEG pictures. Unpack an archive first.',
    channels: (count: number) =>
      `This notebook reads ${counted(count, CHANNELS)}, but pictures have 1 (grey) or 3 (red, green, blue). ` +
      'Change the channels in the model table, or import a CSV or IDX file.',
  },
});
