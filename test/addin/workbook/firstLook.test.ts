/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { setTo } from '../../../src/addin/commands/train';
import { activeCell } from '../../../src/excel/read/activeCell';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { openNotebook, type Sheet } from '../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  await sheet.session.perform(setTo('optimiser', 'Adam'));
  // Draws the next weights.
  await sheet.session.perform(sheet.session.formulas.toggle('gradients'));
});
afterAll(() => sheet.close());

const selected = async () => (await Excel.run((context) => activeCell(context))).address;

test.each(['Tiny v', 'Tiny v²', 'Tiny next'])('%s opens at its first block', async (name) => {
  expect(await sheet.sheets()).toContain(name);
  await sheet.activate(name);
  expect(await selected()).toBe('H5');
});

test('the second time it opens where the person left it', async () => {
  await sheet.select('A1', 'Tiny next');
  await sheet.activate('Tiny');
  await sheet.activate('Tiny next');
  expect(await selected()).toBe('A1');
});

test('sheets that begin with the image open there', async () => {
  await sheet.activate('Tiny ∂');
  expect(await selected()).toBe('A1');
});
