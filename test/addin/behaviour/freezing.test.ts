/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { addSheets } from '../../../src/excel/front';
import { FREEZING } from '../../../src/workbook/behaviour/freezing';
import { type HeadlessExcel, headlessExcel } from '../../workbook/support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

const active = () => excel.book.grid.workbook.getActiveSheet().getName();

test.each([
  ['activates', 'Behind activates'],
  ['stays', 'Sheet1'],
] as const)('freezing:%s, panes of a sheet in the background are frozen', async (freezing, front) => {
  excel.behave({ freezing });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').activate();
    context.workbook.worksheets.add(`Behind ${freezing}`).freezePanes.freezeRows(1);
    await context.sync();
  });
  expect(active()).toBe(front);
});

test.each(FREEZING.readings)('freezing:%s, the add-in leaves the active sheet active', async (freezing) => {
  excel.behave({ freezing });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').activate();
    addSheets(context, [
      { name: `New ${freezing}`, frozen: { rows: 2, columns: 1 } },
      { name: `New, too, ${freezing}`, frozen: { columns: 1 } },
    ]);
    await context.sync();
  });
  expect(active()).toBe('Sheet1');
});
