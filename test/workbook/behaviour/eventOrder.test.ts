/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { type HeadlessExcel, headlessExcel } from '../support/headlessExcel';

let excel: HeadlessExcel;
const heard: string[] = [];

beforeAll(async () => {
  excel = await headlessExcel();
  await Excel.run(async ({ workbook: { worksheets }, sync }) => {
    worksheets.onAdded.add(async () => void heard.push('added'));
    worksheets.onChanged.add(async ({ address }) => void heard.push(`changed ${address}`));
    worksheets.onDeleted.add(async () => void heard.push('deleted'));
    worksheets.onActivated.add(async () => void heard.push('activated'));
    await sync();
  });
});
beforeEach(() => void heard.splice(0));
afterAll(() => excel.close());

/** Requests whose answers are heard, too. */
async function request(name: string, queue: (sheets: Excel.WorksheetCollection) => void): Promise<void> {
  await Excel.run(async (context) => {
    queue(context.workbook.worksheets);
    await context.sync();
    heard.push(name);
  });
}

async function story(): Promise<string[]> {
  await request('first', (sheets) => {
    const cell = sheets.getItem('Sheet1').getRange('A1');
    cell.values = [[1]];
    // Otherwise the end of Excel.run is a request, too.
    cell.untrack();
  });
  await request('second', (sheets) => sheets.add('Another').activate());
  await request('third', (sheets) => sheets.getItem('Another').delete());
  await excel.book.events.allSent();
  for (let turn = 0; turn < 8; turn++) await new Promise((resolve) => setTimeout(resolve));
  return heard;
}

test('eventOrder:beforeAnswer, handlers are called before the answer', async () => {
  excel.behave({ eventOrder: 'beforeAnswer' });
  expect(await story()).toEqual([
    'changed A1',
    'first',
    'added',
    'activated',
    'second',
    'activated',
    'deleted',
    'third',
  ]);
});

test('eventOrder:afterAnswer, they are called after it', async () => {
  excel.behave({ eventOrder: 'afterAnswer' });
  expect(await story()).toEqual([
    'first',
    'changed A1',
    'second',
    'added',
    'activated',
    'third',
    'activated',
    'deleted',
  ]);
});

test('eventOrder:afterNextAnswer, they are called after the next answer, or after a while', async () => {
  excel.behave({ eventOrder: 'afterNextAnswer' });
  expect(await story()).toEqual([
    'first',
    'second',
    'changed A1',
    'third',
    'added',
    'activated',
    'activated',
    'deleted',
  ]);
});
