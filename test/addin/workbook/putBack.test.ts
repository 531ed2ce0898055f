/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { RESET, STEP } from '../../../src/addin/commands/train';
import { Session } from '../../../src/addin/session';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { quiet } from '../support/bridge';
import { openLesson4, type Sheet } from '../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openLesson4();
});
afterAll(() => sheet.close());
const state = () => sheet.session.store.get();

const settle = () => sheet.session.idle(quiet);

function inExcel(change: (context: Excel.RequestContext) => void): Promise<void> {
  return Excel.run(async (context) => {
    change(context);
    await context.sync();
  });
}

test('typing on the gradient sheet does not forgive text in a weight of the value sheet', async () => {
  await sheet.type('AE12', 'oops');
  await sheet.type('AD11', 5, 'Lesson 4 ∂');
  expect(state().errors[0]).toContain('AE12 (conv1, filter 1, channel 1) holds the text "oops"');
  await sheet.type('AE12', 0);
  expect(state().errors).toEqual([]);
});

test('what is typed over the message is put back', async () => {
  await sheet.type('EW13', 'my note');
  expect(state().notice).toContain('The message cell is written by the notebook');
  expect(await sheet.read('EW13')).not.toEqual([['my note']]);
});

test('text in a gap of the pool is taken away, as it says', async () => {
  await sheet.type('CN4', 'between');
  expect(state().notice).toContain('CM4:DI26 (maxpool, map 1) is computed and was put back');
  expect(await sheet.read('CN4')).toEqual([['']]);
});

test('edits made while the add-in did not run are answered when it starts', async () => {
  const map = await sheet.read('AH3:BG28');
  await inExcel((context) => {
    // The session takes this for its own writing, so it is as if nobody had listened.
    context.workbook.worksheets.getItem('Lesson 4').getRange('AE12').values = [[2]];
  });
  expect(await sheet.read('AH3:BG28')).toEqual(map);
  await new Session().open();
  expect(await sheet.read('AH3:BG28')).not.toEqual(map);
  await sheet.type('AE12', 0);
});

test('commands act on the notebook whose sheet is in front', async () => {
  await sheet.session.perform(newNotebook(LESSON_4));
  await sheet.session.perform(STEP);
  await inExcel((context) => context.workbook.worksheets.getItem('Lesson 4').activate());
  await settle();
  await sheet.session.perform(RESET);
  expect(await sheet.read('EW11', 'Lesson 4 (2)')).toEqual([[1]]);
  expect(state().notebook?.title).toBe('Lesson 4');
});

test('two presses of Lesson 4 leave the newest in front and in hand', async () => {
  await Promise.all([
    sheet.session.perform(newNotebook(LESSON_4)),
    sheet.session.perform(newNotebook(LESSON_4)),
  ]);
  await settle();
  expect(state().notebook?.title).toBe('Lesson 4 (4)');
  await sheet.session.perform(STEP);
  expect(await sheet.read('EW11', 'Lesson 4 (4)')).toEqual([[1]]);
  expect(await sheet.read('EW11', 'Lesson 4 (3)')).toEqual([[0]]);
});

test('a deleted notebook gives way to another one of the workbook', async () => {
  await inExcel((context) => context.workbook.worksheets.getItem('Lesson 4 (4)').delete());
  await settle();
  expect(state().errors[0]).toContain("The sheet 'Lesson 4 (4)' was deleted");
  expect(state().notebook).toBeDefined();
});

test('a renamed sheet is called by its new name', async () => {
  await inExcel((context) => {
    const values = context.workbook.worksheets.getItem('Lesson 4');
    values.name = 'My net';
    values.activate();
  });
  await settle();
  await sheet.type('AD11', 1, 'Lesson 4 ∂');
  expect(state().notice).toContain("Edit the blue cells of 'My net'");
});
