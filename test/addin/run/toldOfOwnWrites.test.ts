/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { RESET, setTo } from '../../../src/addin/commands/train';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { parseRect } from '../../../src/workbook/addresses/a1';
import { between, quiet } from '../support/bridge';
import { expectConsistent } from '../support/consistent';
import { openLesson4, type Sheet } from '../support/sheet';

// How often Excel tells of an add-in's own write is documented nowhere. Told once more, it looks like a write that a person
// undid. A run answers none: the engine is ahead of the cells, and each answer's own requests would be told of again.
let sheet: Sheet;
beforeAll(async () => {
  sheet = await openLesson4();
});
afterAll(() => sheet.close());
beforeEach(() => sheet.session.perform(RESET));

const FILTER = 'AD11:AF13';
/** More often than the add-in can have written it in a run of a few steps. */
const TIMES = 20;

/** With each request Excel tells again that the add-in has written the first filter. */
function tellAgain(): () => void {
  const { events, grid } = sheet.excel.book;
  const sheetId = grid.workbook.getSheetBySheetName('Lesson 4')!.getSheetId();
  const area = parseRect(FILTER)!;
  return between(({ sendMessageToHost, onMessageFromHost }) => ({
    sendMessageToHost: (text) => {
      for (let time = 0; time < TIMES; time++)
        events.changed({ type: 'RangeEdited', sheetId, area, byAddin: true });
      sendMessageToHost(text);
    },
    onMessageFromHost,
  }));
}

test.each([1, 2, 3, 10])('a run of %i steps ends, with its last one in the cells', async (steps) => {
  await sheet.session.perform(setTo('stepsPerRun', steps));
  const stop = tellAgain();
  await sheet.session.perform(sheet.session.runs.run);
  stop();
  await sheet.session.idle(quiet);
  expect(sheet.session.store.get().notebook!.step).toBe(steps);
  await expectConsistent(sheet, LESSON_4, 'Lesson 4');
});
