/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { STEP_BACK } from '../../../src/addin/commands/stepBack';
import { setTo, STEP } from '../../../src/addin/commands/train';
import type { Command } from '../../../src/addin/workbook/pipeline';
import { BATCH_NORM, TINY } from '../../../src/notebook/presets/smallStarters';
import { expectConsistent } from '../support/consistent';
import { everyCell } from '../support/everyCell';
import { openNotebook, type Sheet } from '../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterAll(() => sheet.close());
afterEach(() => sheet.clear());

const state = () => sheet.session.store.get();
const press = (command: Command) => sheet.session.perform(command);

/** All cells of all sheets; the message aside. */
async function cells(): Promise<unknown> {
  const { notice } = state();
  const text = JSON.stringify(await everyCell());
  return JSON.parse(notice ? text.replaceAll(JSON.stringify(notice), '""') : text);
}

test.each([
  ['Tiny', TINY, 'Adam', 51],
  ['Batch norm', BATCH_NORM, 'Momentum', 5],
] as const)('%s: every step is taken back to the bit, in all cells', async (_, spec, optimiser, count) => {
  await press(newNotebook({ ...spec, settings: { ...spec.settings, batchSize: 3 } }));
  await press(setTo('optimiser', optimiser));
  // All cells of a workbook take a while to read: those before each step of a few, and now and then of many.
  const before = new Map<number, unknown>();
  const curve = state().notebook!.history;
  for (let step = 0; step < count; step++) {
    if (step % 25 === 0 || count < 10) before.set(step, await cells());
    await press(STEP);
  }
  for (let step = count - 1; step >= 0; step--) {
    await press(STEP_BACK);
    if (before.has(step)) expect(await cells()).toEqual(before.get(step));
  }
  expect(state().errors).toEqual([]);
  expect(state().notebook).toMatchObject({ step: 0, history: curve });
  await press(STEP_BACK);
  expect(state().errors.join()).toContain('No step has been taken yet');
});

test('steps of a run are taken back one by one, with the row of the log; Undo brings the step back', async () => {
  await press(newNotebook(TINY));
  await press(setTo('stepsPerRun', 20));
  await press(sheet.session.runs.run);
  const log = async () => (await sheet.read('A5:A8', 'Tiny log')).flat();
  expect(await log()).toEqual([20, '', '', '']);
  await press(sheet.session.runs.run);
  expect(await log()).toEqual([20, 40, '', '']);
  const weights = () => sheet.read('A1:AP40', 'Tiny');
  const before = await weights();
  await press(STEP_BACK);
  expect(state().notebook!.step).toBe(39);
  expect(state().notebook!.history.at(-1)!.step).toBe(39);
  expect(await log()).toEqual([20, '', '', '']);
  await expectConsistent(sheet, TINY, 'Tiny');
  await press(STEP);
  expect(await weights()).toEqual(before);
  for (let step = 40; step > 15; step--) await press(STEP_BACK);
  expect(state().notebook!.step).toBe(15);
  expect(await log()).toEqual(['', '', '', '']);
  await press(sheet.session.runs.run);
  expect(await log()).toEqual([35, '', '', '']);
  expect(state().errors).toEqual([]);
});

test('weights that were typed since are told of, and Undo brings them back', async () => {
  await press(newNotebook(TINY));
  await press(STEP);
  await press(STEP);
  await sheet.type('H5', 0.75, 'Tiny');
  const before = await cells();
  await press(STEP_BACK);
  expect(state().notice).toContain('Undo brings it back');
  expect(state().notebook!.step).toBe(1);
  await state().undo!();
  expect(await cells()).toEqual(before);
  expect(state().notebook).toMatchObject({ step: 2 });
  await expectConsistent(sheet, TINY, 'Tiny');
});
