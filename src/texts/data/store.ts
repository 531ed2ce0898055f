import { inLanguage } from '../language';

/** Why image sets cannot be kept in this browser. */
export const storeTexts = inLanguage({
  en: {
    noRoom:
      'There is no room left to keep the images in this browser. Delete image sets that you no longer need, or free ' +
      'some disk space; until then they stay only as long as the pane is open.',
    newerVersion:
      'The images in this browser were kept by a newer version of the add-in. Reload the pane to get that version.',
    /** @param name of the browser's error, or empty */
    notAllowed: (name: string) =>
      'This browser does not let the add-in keep images; a private window or a setting against site ' +
      `data may be why${name && ` (${name})`}. They stay only as long as the pane is open.`,
  },
});
