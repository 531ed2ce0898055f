/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { cellRect, toA1 } from '../../../src/notebook/sheet/address';
import { EDITABLE, FAINT, PLAIN } from '../../../src/notebook/sheet/colours';
import { openNotebook, type Sheet } from '../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
});
afterAll(() => sheet.close());

function addressesOf(name: string): [label: string, cell: string] {
  const { rect } = planNotebook(TINY).sheets.values.blocks.find((block) => block.name === name)!;
  return [toA1(cellRect(rect.row, rect.column - 1)), toA1(rect)];
}

/** The colours of a setting's name and of its cell. */
function fontsOf(name: string): Promise<string[]> {
  return Excel.run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem('Tiny');
    const fonts = addressesOf(name).map((address) => worksheet.getRange(address).format.font.load('color'));
    await context.sync();
    return fonts.map(({ color }) => color);
  });
}

const GREY = [FAINT, FAINT];
const USED = [PLAIN, EDITABLE.font];

test('settings that the optimiser and the schedule do not use are grey from the beginning', async () => {
  expect(await fontsOf('sgd.momentum')).toEqual(USED);
  expect(await fontsOf('optimiser.weight_decay')).toEqual(USED);
  for (const name of ['optimiser.beta1', 'optimiser.epsilon', 'schedule.factor', 'schedule.length'])
    expect(await fontsOf(name)).toEqual(GREY);
});

test('another optimiser, and another schedule, need others', async () => {
  await sheet.type(addressesOf('optimiser.name')[1], 'Adam', 'Tiny');
  await sheet.type(addressesOf('schedule.name')[1], 'cosine', 'Tiny');
  for (const name of ['sgd.momentum', 'optimiser.decay', 'schedule.factor'])
    expect(await fontsOf(name)).toEqual(GREY);
  for (const name of ['optimiser.beta1', 'optimiser.epsilon', 'schedule.length'])
    expect(await fontsOf(name)).toEqual(USED);
});

test('what is typed over a grey setting is taken nevertheless', async () => {
  await sheet.type(addressesOf('sgd.momentum')[1], 0.5, 'Tiny');
  expect(sheet.session.store.get().notebook?.settings.momentum).toBe(0.5);
  expect(await fontsOf('sgd.momentum')).toEqual(GREY);
});
