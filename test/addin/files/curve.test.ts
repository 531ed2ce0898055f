/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { RESET, setTo, STEP } from '../../../src/addin/commands/train';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { type DocumentData, documentOf } from '../../../src/workbook/book/document';
import { quiet } from '../support/bridge';
import { openNotebook, reopen, type Sheet } from '../support/sheet';

let sheet: Sheet;
afterEach(() => sheet.close());

const run = () => sheet.session.perform(sheet.session.runs.run);
const curve = () => sheet.session.store.get().notebook!.history;

/** The workbook is closed, and opened by an add-in to which Excel does not give the settings of the one before. */
async function openElsewhere(): Promise<void> {
  await sheet.session.idle(quiet);
  const document = JSON.parse(JSON.stringify(documentOf(sheet.excel.book))) as DocumentData;
  sheet.close();
  sheet = await reopen({ ...document, settings: [] });
}

test('where no curve is kept, it is drawn again from the log', async () => {
  sheet = await openNotebook(TINY);
  await sheet.session.perform(setTo('stepsPerRun', 4));
  await run();
  await run();
  await run();
  const losses = (await sheet.read('D5:D7', 'Tiny log')).flat();
  await sheet.session.perform(STEP);
  const [last] = curve().slice(-1);
  await openElsewhere();
  expect(curve()).toEqual([
    { step: 4, loss: losses[0] },
    { step: 8, loss: losses[1] },
    { step: 12, loss: losses[2] },
    last,
  ]);
});

test('of a training before Reset it is not', async () => {
  sheet = await openNotebook(TINY);
  await sheet.session.perform(setTo('stepsPerRun', 4));
  await run();
  await sheet.session.perform(RESET);
  await sheet.session.perform(STEP);
  await openElsewhere();
  expect(curve().map(({ step }) => step)).toEqual([1]);
  await sheet.session.perform(setTo('stepsPerRun', 2));
  await run();
  await openElsewhere();
  expect(curve().map(({ step }) => step)).toEqual([3]);
});

test('a log that was deleted tells of none', async () => {
  sheet = await openNotebook(TINY);
  await sheet.session.perform(setTo('stepsPerRun', 4));
  await run();
  await sheet.remove('Tiny log');
  await openElsewhere();
  expect(curve().map(({ step }) => step)).toEqual([4]);
  expect(sheet.session.store.get().errors).toEqual([]);
});
