/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { otherAnswers } from '../../../src/addin/commands/excelCheck/excelCheckCommand';
import { markdownOf } from '../../../src/addin/commands/excelCheck/excelReport';
import { keepAnswers } from '../../../src/excel/thisExcel';
import { openLesson4, type Sheet } from '../support/sheet';
import { quiet } from '../support/bridge';

// Check this Excel: in a workbook with a notebook, which is not to notice.
let sheet: Sheet;
beforeAll(async () => {
  sheet = await openLesson4();
});
afterAll(() => sheet.close());

const check = () => sheet.session.perform(sheet.session.excelCheck.check);

/** As Stop does when so many promises have been checked. */
async function checkUntil(done: number): Promise<void> {
  const { session } = sheet;
  const forget = session.store.subscribe(() => {
    if (session.store.get().run?.done === done) session.stop();
  });
  await check();
  forget();
}
const active = () => sheet.excel.book.grid.workbook.getActiveSheet()?.getName();

/** All that a person sees of the workbook, and what the add-in keeps in it. */
async function workbook(): Promise<unknown> {
  const { book } = sheet.excel;
  const cells = await Promise.all(['Lesson 4', 'Lesson 4 ∂'].map((name) => sheet.read('A1:FA60', name)));
  return { cells, sheets: await sheet.sheets(), active: active(), settings: [...book.settings] };
}

test('the report says what holds, and the workbook is as it was', async () => {
  await sheet.type('AD11', 0.25);
  const before = await workbook();
  const { notebook } = sheet.session.store.get();
  await check();
  await sheet.session.idle(quiet);
  expect(await workbook()).toEqual(before);
  expect(sheet.session.store.get()).toMatchObject({ errors: [], run: undefined });
  // Nothing came to the notebook: not even its state was told again.
  expect(sheet.session.store.get().notebook).toBe(notebook);
  const report = sheet.session.store.get().excelReport!;
  expect(report.isPartial).toBe(false);
  expect(report.checked.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
  const text = markdownOf(report);
  expect(text).toContain(`${report.checked.length} promises hold, 0 differ, 0 not supported here.`);
  expect(text).not.toMatch(/Lesson 4|Book1/);
});

test('Stop ends it, and leaves nothing behind', async () => {
  const before = await workbook();
  const { store } = sheet.session;
  await checkUntil(3);
  expect(store.get().excelReport?.isPartial).toBe(true);
  expect(store.get().excelReport?.checked).toHaveLength(3);
  expect(await workbook()).toEqual(before);
});

test('what an earlier check had to leave is removed; a sheet that is only called so is not', async () => {
  const before = await sheet.sheets();
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const left = worksheets.add('Cellvolution check 7');
    left.names.add('cellvolution.scratch', left.getRange('A1'));
    worksheets.add('Cellvolution check 8');
    await context.sync();
  });
  await checkUntil(1);
  expect(await sheet.sheets()).toEqual([...before, 'Cellvolution check 8']);
});

test('in a workbook that is not in front it says so, and works as soon as it is', async () => {
  const before = await sheet.sheets();
  sheet.excel.front.isOurs = false;
  await check();
  expect(sheet.session.store.get().errors[0]).toMatch(/front/);
  sheet.excel.front.isOurs = true;
  await checkUntil(1);
  expect(sheet.session.store.get().errors).toEqual([]);
  expect(await sheet.sheets()).toEqual(before);
});

test('what there was no time for stands in the report', async () => {
  await checkUntil(1);
  const report = { ...sheet.session.store.get().excelReport!, untried: ['Range: a promise', 'A question?'] };
  const text = markdownOf(report);
  expect(text).toContain('There was no time to try 2 more.');
  expect(text).toMatch(/## What there was no time for\n\n- Range: a promise\n- A question\?$/);
});

test('an answer that was another one last time is told with that', async () => {
  await checkUntil(1);
  const about = { name: 'freezing', question: 'Is it?', sources: [] };
  keepAnswers([{ ...about, answer: 'activates' }]);
  expect(otherAnswers([{ ...about, answer: 'activates' }])).toEqual({});
  const answered = [
    { ...about, answer: 'stays' },
    { ...about, name: 'new', answer: 'yes' },
  ];
  const lastTime = otherAnswers(answered);
  expect(lastTime).toEqual({ freezing: 'activates' });
  const text = markdownOf({ ...sheet.session.store.get().excelReport!, answered, lastTime });
  expect(text).toContain('- freezing: Is it? **stays** (last time: activates)\n- new: Is it? **yes**');
});
