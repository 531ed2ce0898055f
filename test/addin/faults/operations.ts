import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { SHOW_IMAGES } from '../../../src/addin/commands/images/imageCommands';
import { REPAIR } from '../../../src/addin/commands/repair/repairCommand';
import { STEP_BACK } from '../../../src/addin/commands/stepBack';
import { NEW_SEED, NEXT_IMAGE, RESET, setTo, STEP } from '../../../src/addin/commands/train';
import type { Command } from '../../../src/addin/workbook/pipeline';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { quiet } from '../support/bridge';
import type { Sheet } from '../support/sheet';

/** What a person does with the notebook Tiny that is open. */
export interface Operation {
  readonly name: string;
  /** What is done before it, without a fault. */
  readonly before?: (sheet: Sheet) => Promise<unknown>;
  readonly act: (sheet: Sheet) => Promise<unknown>;
}

/** A command by itself, or one that the session has. */
type Pressed = Command | ((sheet: Sheet) => Command);

/** Presses buttons, one after the other, and answers yes to what is asked. */
function press(...all: Pressed[]): (sheet: Sheet) => Promise<void> {
  return async (sheet) => {
    for (const each of all) {
      await sheet.session.perform(typeof each === 'function' ? each(sheet) : each);
      await sheet.session.store.get().question?.answer();
    }
  };
}

const typed =
  (address: string, value: number | string, name = 'Tiny') =>
  (sheet: Sheet): Promise<void> =>
    sheet.type(address, value, name);

/** One thing after the other. */
const both =
  (...deeds: ((sheet: Sheet) => Promise<unknown>)[]) =>
  async (sheet: Sheet): Promise<void> => {
    for (const deed of deeds) await deed(sheet);
    await sheet.session.idle(quiet);
  };

/** The button of the message that is shown. */
const undo = (sheet: Sheet): Promise<void> | void => sheet.session.store.get().undo?.();

const formulas = (group: 'values' | 'gradients') => (sheet: Sheet) => sheet.session.formulas.toggle(group);
const run = (sheet: Sheet) => sheet.session.runs.run;
const evaluate = (sheet: Sheet) => sheet.session.evaluation.evaluate;
const filters = (sheet: Sheet) => sheet.session.filters.showSheet;
const matrix = (sheet: Sheet) => sheet.session.matrices.show;
const model = (sheet: Sheet) => sheet.session.models.show;
const build = (sheet: Sheet) => sheet.session.models.build;
const changes = (sheet: Sheet) => sheet.session.changes.show('last');

/** A model table with another number of filters than the notebook has. */
const changedModel = both(press(model), typed('C11', 3, 'Tiny model'));

/** Those of every day. */
export const FEW: readonly Operation[] = [
  { name: 'Step', act: press(STEP) },
  { name: 'a weight is typed', act: typed('I6', 0.5) },
  { name: 'Adam is chosen', act: press(setTo('optimiser', 'Adam')) },
];

/** All others. */
export const MORE: readonly Operation[] = [
  { name: 'Show formulas', act: press(formulas('values')) },
  { name: 'Build', before: changedModel, act: press(build) },
  { name: 'Step with Adam', before: press(setTo('optimiser', 'Adam')), act: press(STEP) },
  { name: 'Step with formulas', before: press(formulas('values'), formulas('gradients')), act: press(STEP) },
  { name: 'Step after its sheet was deleted', before: (sheet) => sheet.remove('Tiny ∂'), act: press(STEP) },
  {
    name: 'Repair of rows and columns',
    before: async (sheet) => {
      await sheet.insert('6:6', 'Tiny');
      await sheet.delete('C:C', 'Tiny ∂');
      await sheet.activate('Tiny');
    },
    act: press(REPAIR),
  },
  { name: 'Repair of headings', before: (sheet) => sheet.clearAll('A1:O6', 'Tiny ∂'), act: press(REPAIR) },
  { name: 'Step back', before: press(STEP, STEP), act: press(STEP_BACK) },
  { name: 'Reset', before: press(STEP), act: press(RESET) },
  { name: 'Undo of Reset', before: press(STEP, RESET), act: async (sheet) => undo(sheet) },
  { name: 'New seed', act: press(NEW_SEED) },
  { name: 'Next image', act: press(NEXT_IMAGE) },
  { name: 'a pixel is typed', act: typed('B3', 0.25) },
  { name: 'a computed cell is typed over', act: typed('L3', 7) },
  { name: 'Show gradient formulas', act: press(formulas('gradients')) },
  { name: 'Show numbers again', before: press(formulas('values')), act: press(formulas('values')) },
  { name: 'Evaluate', act: press(evaluate) },
  { name: 'Evaluate again', before: press(evaluate, STEP), act: press(evaluate) },
  { name: 'All filters', act: press(filters) },
  { name: 'All filters again', before: press(filters, STEP), act: press(filters) },
  { name: 'As matrix', act: press(matrix) },
  { name: 'As matrix again', before: press(matrix, STEP), act: press(matrix) },
  { name: 'Data', act: press(SHOW_IMAGES) },
  { name: 'Changes', before: press(STEP), act: press(changes) },
  { name: 'Hide changes', before: press(STEP, changes), act: press((sheet) => sheet.session.changes.hide) },
  { name: 'Model', act: press(model) },
  { name: 'Undo of Build', before: both(changedModel, press(build)), act: async (sheet) => undo(sheet) },
  { name: 'New', act: press(newNotebook({ ...TINY, title: 'Other' })) },
  { name: 'Check gradients', act: press((sheet) => sheet.session.checks.checkRandom) },
  {
    name: 'Run',
    before: press(setTo('stepsPerRun', 3)),
    act: press(run),
  },
  { name: 'Run again', before: press(setTo('stepsPerRun', 3), run), act: press(run) },
];
