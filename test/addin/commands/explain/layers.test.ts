/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { STEP } from '../../../../src/addin/commands/train';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { Explained } from '../../support/explained';
import { openNotebook, type Sheet } from '../../support/sheet';

let sheet: Sheet;
let person: Explained;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  person = new Explained(sheet, TINY);
});
afterAll(() => sheet.close());

const state = () => sheet.session.store.get();

test('each layer with cells of its own has a picture of the numbers in them, also after a step', async () => {
  await sheet.session.perform(STEP);
  const { layers } = state().notebook!;
  expect(layers.map(({ name, maps, others }) => [name, maps.length, others])).toEqual([
    ['input', 1, 0],
    ['conv1', 2, 0],
    ['pool1', 2, 0],
    ['dense', 1, 0],
  ]);
  const [, map2] = layers[1].maps;
  expect([map2.height, map2.width]).toEqual([4, 4]);
  const first = person.addressOf('conv1.map2');
  const last = person.addressOf('conv1.map2', 3, 3);
  expect([...map2.values]).toEqual((await sheet.read(`${first}:${last}`, 'Tiny')).flat());
  expect(layers.map(({ isNeverNegative }) => isNeverNegative)).toEqual([true, true, true, false]);
});

test('the layer and the block of the selected cell are known, on each sheet', async () => {
  await person.select('conv1.filter2.channel1', 1, 1);
  expect(state().at).toEqual({ layer: 'conv1', block: 'conv1.filter2.channel1' });
  await person.select('pool1.map2');
  expect(state().at).toEqual({ layer: 'pool1', block: 'pool1.map2' });
  await person.select('dense.unit1.channel1', 0, 0, 'gradients');
  expect(state().at).toEqual({ layer: 'dense', block: 'dense.unit1.channel1' });
});

test('a picture leads to the first cell of its layer', async () => {
  await sheet.session.explaining.goToLayer('conv1');
  const selected = await Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load('address');
    await context.sync();
    return range.address;
  });
  expect(selected).toBe(`Tiny!${person.addressOf('conv1.map1')}`);
});
