import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { withClipboard } from '../clipboard';
import { openWorkbook, type EmbeddedWorkbook } from '../harness';

// Check this Excel, in the pane's Help, as a person sees it.
let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ blank: true });
  await excel.type('B2', 'mine');
  await excel.pane.getByRole('button', { name: 'Help', exact: true }).click();
});
afterAll(() => excel.close());

const button = (name: string) => excel.pane.getByRole('button', { name, exact: true });
const report = () => excel.pane.getByRole('region', { name: 'Result of the check of this Excel' });

/** The names of all sheets, and which of them is in front; what some cells of the notebook hold. */
const workbook = async () => ({
  cells: await excel.read('A1:D10', 'Sheet1'),
  sheets: await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const active = worksheets.getActiveWorksheet().load('name');
      worksheets.load('items/name');
      await context.sync();
      return [active.name, ...worksheets.items.map(({ name }) => name)];
    }),
  ),
});

test('it says what holds, and the workbook is as before', async () => {
  const before = await workbook();
  await button('Check this Excel').click();
  // It may take a minute in Excel, and more on a busy machine.
  await report().waitFor({ timeout: 300_000 });
  await excel.settled();
  expect(await report().innerText()).toMatch(/^\d+ promises hold, 0 differ, 0 not supported here\./);
  expect(await workbook()).toEqual(before);
});

test('the report can be copied, and saved', async () => {
  const copied = await withClipboard(async () => {
    await button('Copy report').click();
    await report().getByText('Copied').waitFor();
    return excel.page.evaluate(() => navigator.clipboard.readText());
  });
  expect(copied).toMatch(/^# Cellvolution: a check of this Excel\n\n\d+ promises hold/);
  expect(copied).not.toMatch(/Sheet1|Book1|mine/);
  const [download] = await Promise.all([excel.page.waitForEvent('download'), button('Save report').click()]);
  expect(download.suggestedFilename()).toBe('cellvolution-excel-check.md');
  const file = path.join(await fs.mkdtemp(path.join(os.tmpdir(), 'check-')), 'report.md');
  await download.saveAs(file);
  expect(await fs.readFile(file, 'utf8')).toBe(copied);
});

test('Stop ends it, and nothing is left behind', async () => {
  const before = await workbook();
  await button('Check this Excel').click();
  await excel.pane.locator('main').getByRole('button', { name: 'Stop', exact: true }).last().click();
  await excel.pane.getByText('It was stopped before all was checked.').waitFor();
  await excel.settled();
  expect(await workbook()).toEqual(before);
  expect(excel.errors).toEqual([]);
});
