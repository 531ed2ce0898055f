/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { NEXT_IMAGE, setTo, STEP } from '../../../src/addin/commands/train';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { expectAgreement } from '../../notebook/formulas/support/agree';
import { readSheets } from '../support/computed';
import { openNotebook, type Sheet } from '../support/sheet';

// A person has chosen manual calculation, perhaps for another workbook that is open.
let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY, { calculation: 'manual' });
});
afterAll(() => sheet.close());

const state = () => sheet.session.store.get();
const RATE = 'AN3';

/** Each number that the engine computes is shown, whether it stands there as a number or as a formula. */
async function expectAllShown(): Promise<void> {
  expect(state().errors).toEqual([]);
  const { cells, trainer } = await readSheets(TINY, 'Tiny');
  const computed = cells.filter(({ block }) => /^(conv|pool|dense|output)/.test(block.name));
  expectAgreement(
    computed.map((each) => ({ formulas: each.values.map(String), ...each })),
    trainer,
  );
}

test('formulas show what follows from the cells after each command, and after each edit', async () => {
  const { session } = sheet;
  for (const what of ['values', 'gradients'] as const) {
    await session.perform(session.formulas.toggle(what));
    await expectAllShown();
  }
  await session.perform(STEP);
  await expectAllShown();
  await sheet.type('I6', 0.5, 'Tiny');
  await expectAllShown();
  await session.perform(NEXT_IMAGE);
  await expectAllShown();
  await session.perform(setTo('stepsPerRun', 4));
  await session.perform(session.runs.run);
  await expectAllShown();
  for (const what of ['values', 'gradients'] as const) await session.perform(session.formulas.toggle(what));
});

test('a setting that is a formula is what it comes to now, at each Step and in a run', async () => {
  const { session } = sheet;
  await sheet.type('AZ1', 0.1, 'Tiny');
  await sheet.type(RATE, '=AZ1/2', 'Tiny');
  expect(state().notebook!.settings.learningRate).toBe(0.05);
  expect(state().errors).toEqual([]);
  await sheet.type('AZ1', 0.3, 'Tiny');
  await session.perform(STEP);
  expect(state().errors).toEqual([]);
  expect(state().notebook!.settings.learningRate).toBe(0.15);
  await sheet.type(RATE, '=0.5/(1+AN10)', 'Tiny');
  await session.perform(session.runs.run);
  expect(state().errors).toEqual([]);
  const { step, settings } = state().notebook!;
  // With which the last step was taken.
  expect(settings.learningRate).toBe(0.5 / step);
  await sheet.type(RATE, 0.1, 'Tiny');
});

test('other formulas of a person wait until that person calculates', async () => {
  await sheet.type('AZ1', 1, 'Tiny');
  await sheet.type('BA1', '=AZ1+1', 'Tiny');
  const [[before]] = await sheet.read('BA1', 'Tiny');
  await sheet.session.perform(STEP);
  expect(await sheet.read('BA1', 'Tiny')).toEqual([[before]]);
});
