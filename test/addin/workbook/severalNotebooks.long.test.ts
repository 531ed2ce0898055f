/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { RESET, STEP } from '../../../src/addin/commands/train';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { at } from '../../excel/sheets/support/person';
import { quiet } from '../support/bridge';
import { openNotebook, type Sheet } from '../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterAll(() => sheet.close());

const state = () => sheet.session.store.get();
const draw = (title: string) => sheet.session.perform(newNotebook({ ...LESSON_4, title }));
const settled = () => sheet.session.idle(quiet);

test('commands act on the notebook whose sheet is in front', async () => {
  await draw('Front');
  await draw('Front');
  await sheet.session.perform(STEP);
  await at('Front', (values) => values.activate());
  await settled();
  await sheet.session.perform(RESET);
  expect(await sheet.read('EW11', 'Front (2)')).toEqual([[1]]);
  expect(state().notebook?.title).toBe('Front');
});

test('two presses of one button leave the newest in front and in hand', async () => {
  await Promise.all([draw('Twice'), draw('Twice')]);
  await settled();
  expect(state().notebook?.title).toBe('Twice (2)');
  await sheet.session.perform(STEP);
  expect(await sheet.read('EW11', 'Twice (2)')).toEqual([[1]]);
  expect(await sheet.read('EW11', 'Twice')).toEqual([[0]]);
});

test('a deleted notebook gives way to another one of the workbook', async () => {
  await draw('Stays');
  await draw('Goes');
  await at('Goes', (values) => values.delete());
  await settled();
  expect(state().errors[0]).toContain("The sheet 'Goes' was deleted");
  expect(state().notebook).toBeDefined();
});

test('a sheet that was renamed and is brought in front is called by its new name', async () => {
  await draw('Old');
  await draw('Another');
  await at('Old', (values) => {
    values.name = 'My net';
    values.activate();
  });
  await settled();
  await sheet.type('AD11', 1, 'Old ∂');
  expect(state().notice).toContain("Edit the blue cells of 'My net'");
});
