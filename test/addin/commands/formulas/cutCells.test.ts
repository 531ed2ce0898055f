/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { expectConsistent } from '../../support/consistent';
import { openNotebook, type Sheet } from '../../support/sheet';

// Formulas follow cells that are cut and pasted, and lose those that others are pasted over.
let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  await sheet.session.perform(sheet.session.formulas.toggle('values'));
  await sheet.session.perform(sheet.session.formulas.toggle('gradients'));
});
afterAll(() => sheet.close());
afterEach(async () => {
  expect(sheet.session.store.get().errors).toEqual([]);
  expect(sheet.session.store.get().notebook!.formulas).toMatchObject({ values: true, gradients: true });
  await expectConsistent(sheet, TINY, 'Tiny');
});

test('a weight is cut, and another typed in its place', async () => {
  await sheet.cut('H5', 'H11', 'Tiny');
  await sheet.type('H5', 0.25, 'Tiny');
});

test('a filter is cut and pasted elsewhere, where it counts, and back', async () => {
  const before = await sheet.read('L3:O6', 'Tiny');
  await sheet.cut('H5:J7', 'AQ40:AS42', 'Tiny');
  await sheet.type('AR41', 2, 'Tiny');
  expect(await sheet.read('L3:O6', 'Tiny')).not.toEqual(before);
  await sheet.cut('AQ40:AS42', 'H5:J7', 'Tiny');
  expect(await sheet.read('I6', 'Tiny')).toEqual([[2]]);
});

test('a weight is cut and pasted over another', async () => {
  await sheet.type('AQ50', 0.75, 'Tiny');
  await sheet.cut('AQ50', 'I6', 'Tiny');
  expect(await sheet.read('I6', 'Tiny')).toEqual([[0.75]]);
});

test('pixels are cut, and pasted a row below', async () => {
  await sheet.cut('A2:C4', 'A3:C5', 'Tiny');
  await sheet.paste('A2:C2', [[0, 0.5, 1]], 'Tiny');
});

test('a computed cell is cut', async () => {
  await sheet.cut('L3:M4', 'AQ60:AR61', 'Tiny');
});

test('a paste is undone and redone: nothing is written between, so that redo is still there', async () => {
  sheet.behave({ undo: 'recorded' });
  const before = await sheet.read('H14:J16', 'Tiny');
  const pasted = before.map((row) => row.map((value) => Number(value) + 1));
  await sheet.paste('H14:J16', pasted, 'Tiny');
  // The answer to the paste, in two requests, and the paste itself.
  const values = () => sheet.read('H14:J16', 'Tiny');
  let presses = 0;
  for (; presses < 6 && String(await values()) !== String(before); presses++) await sheet.undo();
  expect(await values()).toEqual(before);
  for (; presses > 0; presses--) await sheet.redo();
  expect(await values()).toEqual(pasted);
});
