import { STEP_BACK } from '../../../src/addin/commands/stepBack';
import { NEW_SEED, NEXT_IMAGE, RESET, STEP } from '../../../src/addin/commands/train';
import type { Command } from '../../../src/addin/workbook/pipeline';
import type { Sheet } from '../support/sheet';
import type { Deed } from './atOnce';

const press = (name: string, command: Command | ((sheet: Sheet) => Command)): Deed => ({
  name,
  act: ({ session, ...sheet }) =>
    session.perform(typeof command === 'function' ? command({ session, ...sheet }) : command),
});

export const typed = (address: string, value: number | string): Deed => ({
  name: `${address} := ${value}`,
  act: (sheet) => sheet.type(address, value, 'Tiny'),
});

/** Steps are taken. */
export const STEPS: readonly Deed[] = [
  press('Step', STEP),
  press('Step', STEP),
  press('Run', ({ session }) => session.runs.run),
  { name: 'Stop', act: async ({ session }) => session.stop() },
];

/** Weights become what they were before the step, also those that somebody typed since. */
export const BACK: Deed = press('Step back', STEP_BACK);

/** What shows something, and changes no number of the network. */
export const LOOKS: readonly Deed[] = [
  { name: 'select', act: (sheet) => sheet.select('M4', 'Tiny') },
  press('Show formulas', ({ session }) => session.formulas.toggle('values')),
  press('Show gradient formulas', ({ session }) => session.formulas.toggle('gradients')),
  press('Evaluate', ({ session }) => session.evaluation.evaluate),
  press('Changes', ({ session }) => session.changes.show('last')),
  press('Hide changes', ({ session }) => session.changes.hide),
  press('As matrix', ({ session }) => session.matrices.show),
];

export const NEXT: Deed = press('Next image', NEXT_IMAGE);

/** What else can be done to cells and sheets. */
export const ROUGH: readonly Deed[] = [
  { name: 'paste a filter', act: (sheet) => sheet.paste('H5:J7', FILTER, 'Tiny') },
  { name: 'paste pixels', act: (sheet) => sheet.paste('B3:D5', FILTER, 'Tiny') },
  { name: 'cut', act: (sheet) => sheet.cut('H5', 'H8', 'Tiny') },
  { name: 'sort', act: (sheet) => sheet.sort('H14:J15', { 13: 14, 14: 13 }, 'Tiny') },
  typed('L3', 7),
  typed('AG3:AG5', 1),
  typed('AK3', ''),
  typed('I5', 'x'),
  typed('AN5', 4),
  typed('AN17', 'Adam'),
  {
    name: 'delete a sheet',
    act: async (sheet) => {
      if (sheet.excel.book.grid.workbook.getSheetBySheetName('Tiny ∂')) await sheet.remove('Tiny ∂');
    },
  },
];

const FILTER = [
  [0.5, -0.5, 0.25],
  [0, 1, 0],
  [0.125, 0.75, -1],
];

/** What begins again, or takes back. */
export const RETURNS: readonly Deed[] = [
  press('Reset', RESET),
  press('New seed', NEW_SEED),
  { name: 'undo', act: (sheet) => sheet.undo() },
  { name: 'redo', act: (sheet) => sheet.redo() },
  { name: 'Undo of the message', act: async ({ session }) => session.store.get().undo?.() },
];
