import { inLanguage } from '../language';

/** The sheet of changes. */
export const changeTexts = inLanguage({
  en: {
    command: 'Show changes',
    shown: (sheet: string) =>
      `Each cell of '${sheet}' tells by how much the same cell has changed: ▲ up, ▼ down. Press Step, or edit a cell, and look.`,
  },
});
