/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { STEP } from '../../../src/addin/commands/train';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { quiet } from '../support/bridge';
import { openNotebook, type Sheet } from '../support/sheet';

let sheet: Sheet;
beforeEach(async () => {
  sheet = await openNotebook(TINY);
});
afterEach(() => sheet.close());

const state = () => sheet.session.store.get();

test('who deletes the value sheet is asked about the others, and they go', async () => {
  await sheet.remove('Tiny');
  await sheet.session.idle(quiet);
  expect(state().errors).toEqual([
    "The sheet 'Tiny' was deleted, and with it the notebook. Press New for another one.",
  ]);
  expect(state().question!.text).toMatch(/^'Tiny' is gone, and nothing computes Tiny ∂ and Tiny v any more/);
  await state().question!.answer();
  expect(await sheet.sheets()).toEqual(['Sheet1']);
  expect(state().errors).toEqual([]);
});

test('who declines keeps them', async () => {
  await sheet.remove('Tiny');
  await sheet.session.idle(quiet);
  sheet.session.decline();
  expect(await sheet.sheets()).toEqual(['Sheet1', 'Tiny ∂', 'Tiny v']);
});

test('a companion that is deleted is said to have held what it held, and comes back with the next Step', async () => {
  await sheet.remove('Tiny v');
  await sheet.session.idle(quiet);
  expect(state().notice).toBe(
    "The sheet 'Tiny v' was deleted. The next Step draws it again. It held what the optimiser remembers of earlier gradients.",
  );
  await sheet.session.perform(STEP);
  expect(await sheet.sheets()).toContain('Tiny v');
});
