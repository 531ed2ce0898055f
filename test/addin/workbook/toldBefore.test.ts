/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { STEP } from '../../../src/addin/commands/train';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { openNotebook, type Sheet } from '../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(LESSON_4);
});
afterAll(() => sheet.close());

const state = () => sheet.session.store.get();

test('a formula that is typed into a weight counts, and is told to be written over by a step, before it is', async () => {
  await sheet.type('AE12', '=1+1');
  expect(state().notice).toBe(
    'AE12 (conv1, filter 1, channel 1) holds a formula. The notebook computes with its number, until the next Step ' +
      'writes a trained number over it.',
  );
  expect(await sheet.read('AE12')).toEqual([[2]]);
  await sheet.session.perform(STEP);
  expect(state().notice).toBeUndefined();
  await sheet.type('AE12', 0);
  expect(state().notice).toBeUndefined();
});

test('while a cell has a fault, what the pane shows is marked as from before it; a setting changes no prediction', async () => {
  expect(state().notebook!.isOutdated).toBe(false);
  await sheet.type('AE12', '0,01');
  expect(state().notebook!.isOutdated).toBe(true);
  expect(state().errors).toEqual([
    'AE12 (conv1, filter 1, channel 1) holds the text "0,01". The decimal sign of this Excel is a point: type 0.01.',
  ]);
  await sheet.type('AE12', 0.01);
  expect(state()).toMatchObject({ errors: [], notebook: { isOutdated: false } });
  await sheet.type('EW4', 'fast');
  expect(state().errors).toHaveLength(1);
  expect(state().notebook!.isOutdated).toBe(false);
  await sheet.type('EW4', 0.005);
});

test('a pasted area of text is one message, and a command that it stops adds none', async () => {
  await sheet.type('AD11:AF13', 'x');
  expect(state().errors).toHaveLength(1);
  expect(state().errors[0]).toMatch(/^AD11 .* The same is wrong with AE11, AF11, AD12,? and 5 more cells\.$/);
  await sheet.session.perform(STEP);
  expect(state().errors).toHaveLength(1);
});
