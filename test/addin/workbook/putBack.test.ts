/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { Session } from '../../../src/addin/session';
import { openLesson4, type Sheet } from '../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openLesson4();
});
afterAll(() => sheet.close());
const state = () => sheet.session.store.get();

test('typing on the gradient sheet does not forgive text in a weight of the value sheet', async () => {
  await sheet.type('AE12', 'oops');
  await sheet.type('AD11', 5, 'Lesson 4 ∂');
  expect(state().errors[0]).toContain('AE12 (conv1, filter 1, channel 1) holds the text "oops"');
  await sheet.type('AE12', 0);
  expect(state().errors).toEqual([]);
});

test('the old number typed again into a cell with text heals it: message and mark go', async () => {
  const [[before]] = await sheet.read('AE12');
  const fill = () =>
    Excel.run(async (context) => {
      const { fill: own } = context.workbook.worksheets.getItem('Lesson 4').getRange('AE12').format;
      own.load('color');
      await context.sync();
      return own.color;
    });
  const unmarked = await fill();
  await sheet.type('AE12', 'oops');
  expect(await fill()).not.toBe(unmarked);
  await sheet.type('AE12', Number(before));
  expect(await sheet.read('EW13')).toEqual([['']]);
  expect(await fill()).toBe(unmarked);
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
  await Excel.run(async (context) => {
    // The session takes this for its own writing, so it is as if nobody had listened.
    context.workbook.worksheets.getItem('Lesson 4').getRange('AE12').values = [[2]];
    await context.sync();
  });
  expect(await sheet.read('AH3:BG28')).toEqual(map);
  await new Session().open();
  expect(await sheet.read('AH3:BG28')).not.toEqual(map);
  await sheet.type('AE12', 0);
});
