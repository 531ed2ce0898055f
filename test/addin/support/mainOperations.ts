import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { RESET, setTo, STEP } from '../../../src/addin/commands/train';
import type { Command } from '../../../src/addin/workbook/pipeline';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { settingFor } from '../../../src/notebook/sheet/settings';
import { quiet } from './bridge';
import { everyCell } from './everyCell';
import type { Sheet } from './sheet';
import { stepsLater } from './until';

/** A part of what a person does with the notebook Tiny, which is open. */
export interface Chapter {
  readonly name: string;
  tell(sheet: Sheet): Promise<void>;
}

const state = (sheet: Sheet) => sheet.session.store.get();

/** What must not go wrong. */
async function press(sheet: Sheet, command: Command): Promise<void> {
  await sheet.session.perform(command);
  expect(state(sheet).errors).toEqual([]);
}

/** A person selects what is to be typed over. */
async function typeInto(sheet: Sheet, address: string, value: number | string, name = 'Tiny'): Promise<void> {
  await sheet.select(address, name);
  await sheet.type(address, value, name);
}

/** Where a name of the sheet Tiny leads to. */
function cellNamed(name: string): Promise<string> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Tiny').names.getItem(name).getRange();
    range.load('address');
    await context.sync();
    return range.address.slice(range.address.indexOf('!') + 1);
  });
}

/** The main operations of every day. */
export const FEW: readonly Chapter[] = [
  { name: 'Step', tell: (sheet) => press(sheet, STEP) },
  {
    name: 'a filter cell is typed into, and a step taken',
    async tell(sheet) {
      await typeInto(sheet, 'I6', 0.5);
      await press(sheet, STEP);
    },
  },
  {
    name: 'Step is pressed while a cell is being typed into',
    async tell(sheet) {
      sheet.excel.cellEdit.begin();
      const step = sheet.session.perform(STEP);
      sheet.excel.cellEdit.end();
      await step;
      expect(state(sheet).errors).toEqual([]);
    },
  },
  {
    name: 'an optimiser is chosen, and a run logged',
    async tell(sheet) {
      await typeInto(sheet, await cellNamed(settingFor('optimiser').name), 'Adam');
      await press(sheet, setTo('stepsPerRun', 5));
      await press(sheet, sheet.session.runs.run);
    },
  },
];

/** All others, which take longer. */
export const MORE: readonly Chapter[] = [
  {
    name: 'a long run is stopped, its log deleted, and training begun anew',
    async tell(sheet) {
      await press(sheet, setTo('stepsPerRun', 1_000_000));
      const run = sheet.session.perform(sheet.session.runs.run);
      await stepsLater(sheet, 3);
      sheet.session.stop();
      await run;
      expect(state(sheet).errors).toEqual([]);
      await sheet.remove('Tiny log');
      await press(sheet, setTo('stepsPerRun', 4));
      await press(sheet, RESET);
      await press(sheet, sheet.session.runs.run);
    },
  },
  { name: 'Evaluate', tell: (sheet) => press(sheet, sheet.session.evaluation.evaluate) },
  {
    name: 'a sheet of gradients is deleted, and a step draws it again',
    async tell(sheet) {
      await sheet.remove('Tiny ∂');
      await press(sheet, STEP);
    },
  },
  {
    name: 'a changed model is built, and trained',
    async tell(sheet) {
      await press(sheet, sheet.session.models.show);
      await typeInto(sheet, 'C11', 3, 'Tiny model');
      await press(sheet, sheet.session.models.build);
      await state(sheet).question?.answer();
      expect(state(sheet).errors).toEqual([]);
      await press(sheet, STEP);
    },
  },
  {
    name: 'another notebook is made, and trained',
    async tell(sheet) {
      await press(sheet, newNotebook(TINY));
      await press(sheet, STEP);
    },
  },
];

/** What there is to see after each chapter: all cells, and what the pane says. */
export async function tellAll(
  sheet: Sheet,
  chapters: readonly Chapter[],
): Promise<Record<string, Record<string, unknown>>> {
  const after: Record<string, Record<string, unknown>> = {};
  for (const chapter of chapters) {
    await chapter.tell(sheet);
    await sheet.session.idle(quiet);
    const { errors, notebook } = state(sheet);
    expect(errors).toEqual([]);
    after[chapter.name] = { title: notebook?.title, step: notebook?.step, ...(await everyCell()) };
  }
  return after;
}
