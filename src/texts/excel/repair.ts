import { inLanguage } from '../language';

const LINES = {
  rows: { one: 'row', many: 'rows' },
  columns: { one: 'column', many: 'columns' },
};

/** Why a sheet cannot be repaired. */
export const repairTexts = inLanguage({
  en: {
    /** @param line "7", or "C"; @param cells what is in use of it, "Z7" */
    occupied: (axis: 'rows' | 'columns', line: string, cells: string) =>
      `${capital(LINES[axis].one)} ${line} was inserted into the notebook, and something stands in it, in ${cells}. Move that ` +
      'somewhere else, and press Repair again.',
    cannotTell: (axis: 'rows' | 'columns') =>
      `The cells do not tell which ${LINES[axis].many} were inserted or deleted. Take that back with Ctrl+Z.`,
    movedInPart:
      'Only part of a row or column was moved, so that what stood side by side no longer does. Take that back with Ctrl+Z.',
  },
});

function capital(word: string): string {
  return word[0].toUpperCase() + word.slice(1);
}
