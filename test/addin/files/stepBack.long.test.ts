/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { STEP_BACK } from '../../../src/addin/commands/stepBack';
import { NEXT_IMAGE, setTo, STEP } from '../../../src/addin/commands/train';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { type DocumentData, documentOf } from '../../../src/workbook/book/document';
import { quiet } from '../support/bridge';
import { everyCell } from '../support/everyCell';
import { openNotebook, reopen, type Sheet } from '../support/sheet';

let sheet: Sheet;
afterEach(() => sheet.close());

const state = () => sheet.session.store.get();
const step = (count: number) => times(count, () => sheet.session.perform(STEP));
const run = () => sheet.session.perform(sheet.session.runs.run);
const goBack = () => sheet.session.perform(STEP_BACK);

async function times(count: number, work: () => Promise<unknown>): Promise<void> {
  for (let each = 0; each < count; each++) await work();
}

/** The workbook is saved and closed, and opened by a client that knows nothing but what is in it. */
async function closeAndOpen(change = (document: DocumentData) => document): Promise<void> {
  await sheet.session.idle(quiet);
  const document = JSON.parse(JSON.stringify(documentOf(sheet.excel.book))) as DocumentData;
  sheet.close();
  sheet = await reopen(change(document));
}

/** All cells of all sheets; the message aside. */
async function cells(): Promise<unknown> {
  const { notice } = state();
  const text = JSON.stringify(await everyCell());
  return JSON.parse(notice ? text.replaceAll(JSON.stringify(notice), '""') : text);
}

test('steps before the workbook was opened are taken back to the bit, with what was typed and the rows of the log', async () => {
  sheet = await openNotebook({ ...TINY, settings: { ...TINY.settings, batchSize: 2 } });
  await sheet.session.perform(setTo('optimiser', 'Momentum'));
  await sheet.session.perform(setTo('stepsPerRun', 20));
  const before = new Map<number, unknown>();
  const look = async () => before.set(state().notebook!.step, await cells());
  await step(1);
  await sheet.type('H5', 0.75, 'Tiny');
  await sheet.type('B3', 0.5, 'Tiny');
  await sheet.session.perform(NEXT_IMAGE);
  await look();
  await run();
  await look();
  await closeAndOpen();
  await step(5);
  await sheet.type('I6', 0.25, 'Tiny');
  await look();
  await run();
  await closeAndOpen();
  for (let left = 45; left > 0; left--) {
    await goBack();
    expect(state()).toMatchObject({ errors: [], notebook: { step: left } });
    // The log's sheet was not there before the first run.
    if (left > 1 && before.has(left)) expect(await cells()).toEqual(before.get(left));
  }
  expect(await sheet.read('H5', 'Tiny')).toEqual([[0.75]]);
  expect((await sheet.read('A5:A8', 'Tiny log')).flat()).toEqual(['', '', '', '']);
  await goBack();
  expect(state()).toMatchObject({ errors: [], notebook: { step: 0 } });
  await goBack();
  expect(state().errors.join()).toContain('No step has been taken yet');
});

test('where nothing is kept of steps before the workbook was opened, that is said', async () => {
  sheet = await openNotebook(TINY);
  await step(1);
  await closeAndOpen((document) => {
    const xmlParts = document.xmlParts.filter(([, xml]) => !xml.includes('journal'));
    expect(xmlParts).toHaveLength(document.xmlParts.length - 1);
    return { ...document, xmlParts };
  });
  await goBack();
  expect(state().errors.join()).toContain('Step 1 cannot be taken back');
  expect(state().notebook!.step).toBe(1);
  await step(1);
  await goBack();
  expect(state()).toMatchObject({ errors: [], notebook: { step: 1 } });
});

test('nothing is kept of a notebook whose sheets are deleted', async () => {
  sheet = await openNotebook(TINY);
  await step(1);
  const xml = () => JSON.stringify(documentOf(sheet.excel.book).xmlParts);
  expect(xml()).toContain('journal');
  await sheet.remove('Tiny');
  await sheet.session.idle(quiet);
  expect(xml()).not.toContain('journal');
});

test('while somebody else has the workbook open nothing is kept, for they may take steps, too', async () => {
  sheet = await openNotebook(TINY);
  await sheet.coauthor('H5', [[0.5]], 'Tiny');
  await sheet.session.idle(quiet);
  await step(2);
  expect(JSON.stringify(documentOf(sheet.excel.book).xmlParts)).not.toContain('journal');
  await goBack();
  expect(state()).toMatchObject({ errors: [], notebook: { step: 1 } });
});

test('of two that were kept for the same steps one stays', async () => {
  sheet = await openNotebook(TINY);
  await step(2);
  await closeAndOpen((document) => {
    const [, xml] = document.xmlParts.find(([, each]) => each.includes('journal'))!;
    return { ...document, xmlParts: [...document.xmlParts, ['{00000000-0000-4000-8000-000000000001}', xml]] };
  });
  await goBack();
  expect(state()).toMatchObject({ errors: [], notebook: { step: 1 } });
  await step(1);
  const kept = documentOf(sheet.excel.book).xmlParts.filter(([, xml]) => xml.includes('journal'));
  expect(new Set(kept.map(([, xml]) => /xmlns="([^"]*)"/.exec(xml)![1])).size).toBe(kept.length);
});
