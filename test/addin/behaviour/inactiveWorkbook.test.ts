/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { INACTIVE_WORKBOOK } from '../../../src/workbook/behaviour/inactiveWorkbook';
import { between } from '../support/bridge';
import { openNotebook, type Sheet } from '../support/sheet';
import { until } from '../support/until';

const FRONT = /Another workbook is in front\. Bring the notebook's workbook to the front/;
const MODEL = 'Tiny model';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
});
afterAll(() => sheet.close());
afterEach(() => void (sheet.excel.front.isOurs = true));

const state = () => sheet.session.store.get();
const goBehind = () => void (sheet.excel.front.isOurs = false);
const returnToFront = () => void (sheet.excel.front.isOurs = true);
const logged = async () => (await sheet.read('A5:A60', 'Tiny log')).flat().filter((cell) => cell !== '');

const refusing = INACTIVE_WORKBOOK.readings.filter((reading) => reading !== 'allowed');

describe.each(refusing)('inactiveWorkbook:%s', (inactiveWorkbook) => {
  beforeEach(() => sheet.excel.behave({ inactiveWorkbook }));

  test('New, Evaluate and Run draw nothing, and say what to do', async () => {
    const { session } = sheet;
    const before = await sheet.sheets();
    const { step } = state().notebook!;
    for (const command of [newNotebook(TINY), session.evaluation.evaluate]) {
      goBehind();
      await session.perform(command);
      expect(state().errors[0]).toMatch(FRONT);
      returnToFront();
      expect(await sheet.sheets()).toEqual(before);
    }
    expect(state().notebook!.step).toBe(step);
  });
});

test('the log has its sheet before a run begins, and a run without one does not begin', async () => {
  const { session } = sheet;
  const { step } = state().notebook!;
  goBehind();
  await session.perform(session.runs.run);
  expect(state().errors[0]).toMatch(FRONT);
  expect(state().notebook!.step).toBe(step);
  expect(await sheet.sheets()).not.toContain('Tiny log');
});

test('a run that goes to the back when it has begun logs all its rows', async () => {
  const { session } = sheet;
  const began = until(sheet, ({ run }) => run !== undefined && run.done > 0);
  const run = session.perform(session.runs.run);
  await began;
  goBehind();
  await run;
  expect(state().errors).toEqual([]);
  expect((await logged()).at(-1)).toBe(state().notebook!.step);
});

test('rows that find no sheet are added by the next run', async () => {
  const { session } = sheet;
  await sheet.remove('Tiny log');
  goBehind();
  await session.perform(session.runs.run);
  const [, kept] = /(\d+) rows? of the log could not be written/.exec(state().notice!)!;
  const { step } = state().notebook!;
  returnToFront();
  await session.perform(session.runs.run);
  const steps = await logged();
  expect(steps[Number(kept) - 1]).toBe(step);
  expect(steps.at(-1)).toBe(state().notebook!.step);
});

test('Build in the back draws nothing', async () => {
  const { session } = sheet;
  await session.perform(session.models.show);
  await sheet.type('C11', 3, MODEL);
  const before = await sheet.sheets();
  goBehind();
  await session.perform(session.models.build);
  await state().question?.answer();
  expect(state().errors[0]).toMatch(FRONT);
  returnToFront();
  expect(await sheet.sheets()).toEqual(before);
});

test('Build waits with the old sheets for its workbook to be in front again, and ends whole', async () => {
  const { session } = sheet;
  const before = await sheet.sheets();
  const restore = whenDeleting(goBehind);
  const built = session.perform(session.models.build);
  await until(sheet, ({ notice }) => FRONT.test(notice ?? ''));
  returnToFront();
  await built;
  restore();
  expect(state().errors).toEqual([]);
  expect(state().notice).toMatch(/^conv1 keeps its first 2 filters; 1 is new\./);
  expect((await sheet.sheets()).toSorted()).toEqual(before.toSorted());
  expect(await sheet.names('Tiny')).toContain('conv1.filter3.channel1');
});

/** Something happens just before sheets are deleted for the first time. */
function whenDeleting(happens: () => void): () => void {
  let isOver = false;
  return between(({ sendMessageToHost, onMessageFromHost }) => ({
    onMessageFromHost,
    sendMessageToHost: (text) => {
      if (!isOver && text.includes('Delete')) {
        isOver = true;
        happens();
      }
      sendMessageToHost(text);
    },
  }));
}
