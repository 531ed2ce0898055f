import { counted } from '../format';
import { inLanguage } from '../language';

/** Messages of commands in general, and of events of the workbook. */
export const workbookTexts = inLanguage({
  en: {
    busy: 'A run is under way. Press Stop first.',
    maskGone: (name: string) =>
      `The masks that the sheet draws are gone, or are no numbers: ${name}. Take that back with Ctrl+Z, or adopt the sheet again.`,
    undoTooLate: 'Another notebook is active now, so nothing was undone.',
    noNotebook: 'There is no notebook in this workbook yet. Press New on the ribbon, and choose one.',

    copyInFront: (copy: string, original: string) =>
      `The sheet '${copy}' is a copy of a sheet of '${original}', and not a notebook: nothing computes it. Commands work ` +
      `on '${original}'. Go to that sheet and try again, or delete the copy.`,

    unlogged: (rows: number) =>
      `Another workbook is in front, so ${counted(rows, { one: 'row', other: 'rows' })} of the log could not be ` +
      "written. Bring the notebook's workbook to the front: the next Run adds them.",
    sheetDeleted: (sheet: string) => `The sheet '${sheet}' was deleted.`,
    neededSheetDeleted: (sheet: string) => `The sheet '${sheet}' was deleted. The next Step draws it again.`,
    notebookDeleted: (sheet: string) =>
      `The sheet '${sheet}' was deleted, and with it the notebook. Its other sheets are of no use any more: delete ` +
      'them, too. Press New for another notebook.',
  },
});
