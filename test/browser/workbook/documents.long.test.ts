// Documents that the browser keeps: reloaded, listed, open in two tabs.
import { buffer as contentsOf } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { type EmbeddedWorkbook, openWorkbook } from '../harness';
import { VALUES } from '../lesson4/lesson4';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook();
});
afterAll(() => excel.close());

const file = () => excel.page.getByRole('tabpanel', { name: 'File', exact: true });
const names = () => file().getByRole('list', { name: 'Documents' }).locator('.file-open').evaluateAll(labels);
const labels = (all: Element[]) => all.map((each) => each.getAttribute('aria-label'));
const button = (name: string) => file().getByRole('button', { name, exact: true });

/** All cells of all sheets, as an add-in reads them, with formats. */
const everything = () =>
  excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets, names: defined } = context.workbook;
      worksheets.load('items/name');
      defined.load('items/name,items/formula');
      await context.sync();
      const ranges = worksheets.items.map((sheet) => sheet.getUsedRange());
      for (const range of ranges) range.load('address,formulas,numberFormat');
      await context.sync();
      return ranges.map(
        ({ address, formulas, numberFormat }) => ({ address, formulas, numberFormat }) as unknown,
      );
    }),
  );

async function showFile(): Promise<void> {
  await excel.page.getByRole('tab', { name: 'File', exact: true }).click();
  await file().getByRole('list').locator('.file-row').first().waitFor();
}

test('the notebook of the first visit is there after a reload, as it was, and nothing is drawn anew', async () => {
  await excel.type('AE12', 0.5, VALUES);
  await excel.press('Step');
  const before = await everything();
  await excel.kept();
  await excel.reload();
  expect(await everything()).toEqual(before);
  expect(await excel.read('AE12', VALUES)).not.toEqual([['']]);
});

test('training goes on after a reload with the same numbers as without one', async () => {
  await showFile();
  await button('Duplicate Book1').click();
  await button('Book1 – copy').waitFor();
  await excel.page.keyboard.press('Escape');
  await excel.press('Step');
  await excel.press('Step');
  const without = await everything();
  await excel.kept();
  await showFile();
  await excel.goThere(() => button('Book1 – copy').click());
  await excel.press('Step');
  await excel.kept();
  await excel.reload();
  await excel.press('Step');
  expect(await everything()).toEqual(without);
});

test('documents are made, renamed, deleted and brought back', async () => {
  await showFile();
  await excel.goThere(() => button('New').click());
  expect(await everything()).toHaveLength(1);
  await excel.type('B2', 'mine');
  await showFile();
  expect(await names()).toEqual(['Book2', 'Book1 – copy', 'Book1']);
  await button('Rename Book2').click();
  await excel.page.keyboard.type('Tea');
  await excel.page.keyboard.press('Enter');
  await button('Rename Tea').waitFor();
  expect(await excel.page.title()).toContain('Tea');
  await button('Delete Book1').click();
  await button('Undo').waitFor();
  expect(await names()).toEqual(['Tea', 'Book1 – copy']);
  await button('Undo').click();
  await button('Book1').waitFor();
  expect(await names()).toEqual(['Tea', 'Book1 – copy', 'Book1']);
  await button('Delete Tea').click();
  await button('Undo').click();
  await button('Tea').waitFor();
  await excel.kept();
  await excel.reload();
  expect(await excel.read('B2')).toEqual([['mine']]);
  expect(await excel.page.title()).toContain('Tea');
});

test('a copy that is saved as a file is opened as a new document, and trains on with the same numbers', async () => {
  await showFile();
  await excel.goThere(() => button('Book1').click());
  const before = await everything();
  const saving = excel.page.waitForEvent('download');
  await excel.page.keyboard.press('Control+S');
  const download = await saving;
  expect(download.suggestedFilename()).toBe('Book1.xlsx');
  const buffer = await contentsOf(await download.createReadStream());
  await showFile();
  const choosing = excel.page.waitForEvent('filechooser');
  await button('Open a file…').click();
  const chooser = await choosing;
  await excel.goThere(() => chooser.setFiles({ name: 'Lesson.xlsx', mimeType: '', buffer }));
  expect(await excel.page.title()).toContain('Lesson');
  expect(await everything()).toEqual(before);
  await excel.press('Step');
  const opened = await everything();
  await excel.kept();
  await showFile();
  await excel.goThere(() => button('Book1').click());
  await excel.press('Step');
  expect(await everything()).toEqual(opened);
});

test('a file that is dropped onto the page is opened; one that is no workbook gets a message', async () => {
  const drop = (name: string, bytes: number[]) =>
    excel.page.evaluate(
      ([fileName, content]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(content)], fileName));
        document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
      },
      [name, bytes] as const,
    );
  await drop('notes.xlsx', [1, 2, 3]);
  const alert = excel.page.getByRole('alertdialog', { name: 'The file could not be opened' });
  expect(await alert.textContent()).toContain('"notes" cannot be read as a workbook');
  await alert.getByRole('button').click();
  const file = new ExcelJS.Workbook();
  file.addWorksheet('Dropped').getCell('B2').value = 7;
  await excel.goThere(async () => drop('dropped.xlsx', [...new Uint8Array(await file.xlsx.writeBuffer())]));
  expect(await excel.read('B2', 'Dropped')).toEqual([[7]]);
});

test('a second tab with the same document says so, and goes on in a copy', async () => {
  const second = await excel.page.context().newPage();
  await second.goto(excel.page.url());
  const state = second.locator('.kept-state');
  await state.getByText('open in another tab').waitFor();
  await second.getByRole('button', { name: 'Keep a copy' }).click();
  await state.getByText('Kept in this browser').waitFor();
  await showFile();
  expect(await names()).toContain('dropped – copy');
  await button('Delete dropped – copy').click();
  const alert = excel.page.getByRole('alertdialog');
  expect(await alert.textContent()).toContain('open in another tab of this browser');
  await alert.getByRole('button').click();
  await second.close();
  expect(excel.errors).toEqual([]);
});
