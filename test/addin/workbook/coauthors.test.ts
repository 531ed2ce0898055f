/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { STEP, setTo } from '../../../src/addin/commands/train';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { quiet } from '../support/bridge';
import { expectConsistent } from '../support/consistent';
import { requestsOf } from '../support/requests';
import { openLesson4, type Sheet } from '../support/sheet';
import { stepsLater } from '../support/until';

// Two people with the add-in open in one workbook: what one of them does is told to the other's add-in with the source
// Remote. Only the add-in of the one who acts writes, https://learn.microsoft.com/office/dev/add-ins/excel/co-authoring-in-excel-add-ins
let sheet: Sheet;
beforeAll(async () => {
  sheet = await openLesson4();
});
afterAll(() => sheet.close());

const FILTER = 'AD11:AF13';
const MAP = 'AH3:BG28';
const state = () => sheet.session.store.get();
const written = async (act: () => Promise<unknown>) =>
  (await requestsOf(act)).reduce((sum, request) => sum + request.written, 0);

test('what somebody else changes is read and shown in the pane, and nothing is written', async () => {
  await sheet.type('AE12', 2);
  const { loss } = state().notebook!;
  const map = await sheet.read(MAP);
  await sheet.type('AE12', 1);
  const before = await sheet.read(MAP);
  expect(await written(() => sheet.coauthor('AE12', [[2]]))).toBe(0);
  expect(state().notebook!.loss).toBe(loss);
  expect(await sheet.read(MAP)).toEqual(before);
  // The answer of the other's add-in.
  expect(await written(() => sheet.coauthor(MAP, map))).toBe(0);
  expect(state().notice).toBeUndefined();
  // What was there before is not taken to be there still.
  await sheet.type('AE12', 1);
  await expectConsistent(sheet, LESSON_4, 'Lesson 4');
});

test('a Step goes on from it', async () => {
  await sheet.coauthor(FILTER, [
    [0, 1, 0],
    [1, 3, 1],
    [0, 1, 0],
  ]);
  await sheet.coauthor('EW4', [[0]]);
  await sheet.session.perform(STEP);
  expect((await sheet.read('AE12'))[0][0]).toBe(3);
  await expectConsistent(sheet, LESSON_4, 'Lesson 4');
});

test('a Run goes on, and writes its own state over it', async () => {
  await sheet.session.perform(setTo('stepsPerRun', 1_000_000));
  const running = sheet.session.perform(sheet.session.runs.run);
  await stepsLater(sheet, 1);
  const changing = sheet.coauthor('AE12', [[5]]);
  await stepsLater(sheet, 3);
  expect(state().run).toBeDefined();
  sheet.session.stop();
  await Promise.all([running, changing]);
  await sheet.session.idle(quiet);
  expect(state().errors).toEqual([]);
  await sheet.session.perform(STEP);
  await expectConsistent(sheet, LESSON_4, 'Lesson 4');
});
