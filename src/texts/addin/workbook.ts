import { allOf, counted } from '../format';
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
    /** @param held what was on it */
    sheetDeleted: (sheet: string, held: string) => `The sheet '${sheet}' was deleted. It held ${held}.`,
    neededSheetDeleted: (sheet: string, held: string) =>
      `The sheet '${sheet}' was deleted. The next Step draws it again. It held ${held}.`,
    /** What the sheets of a notebook hold. */
    held: {
      values: 'the notebook itself',
      gradients: 'the gradients: by how much the loss changes with each number',
      velocities: 'what the optimiser remembers of earlier gradients',
      secondMoments: 'what the optimiser remembers of the squares of earlier gradients',
      next: 'the weights after the next Step, as formulas',
      rotated: 'the filters rotated by 180°, through which gradients flow back',
      changes: 'by how much each number has changed',
    },
    notebookDeleted: (sheet: string) =>
      `The sheet '${sheet}' was deleted, and with it the notebook. Press New for another one.`,
    deleteOrphans: (sheet: string, others: readonly string[]) =>
      `'${sheet}' is gone, and nothing computes ${allOf(others)} any more. Delete what is left of the notebook, too?`,
    deleteSheets: 'Delete sheets',
  },
});
