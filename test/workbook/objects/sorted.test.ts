/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { headlessExcel, type HeadlessExcel } from '../support/headlessExcel';
import { quiet } from '../../addin/support/bridge';
import { Heard } from '../support/heard';

// https://learn.microsoft.com/javascript/api/excel/excel.worksheetrowsortedeventargs
let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

test('sorting is told by its own event, with the rows that changed places, and by no other', async () => {
  const heard = new Heard();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('B2:C5').values = [
      [4, 'd'],
      [1, 'a'],
      [3, 'c'],
      [9, 'i'],
    ];
    await context.sync();
  });
  await quiet();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.onRowSorted.add(async ({ type, address, source }) =>
      heard.add(`sheet ${type} ${address} ${source}`),
    );
    context.workbook.worksheets.onRowSorted.add(async ({ address }) => heard.add(`all ${address}`));
    sheet.onColumnSorted.add(async ({ address }) => heard.add(`column ${address}`));
    sheet.onChanged.add(async ({ address }) => heard.add(`changed ${address}`));
    sheet.onSelectionChanged.add(async ({ address }) => heard.add(`selected ${address}`));
    await context.sync();
  });
  const { unitId, commands, workbook } = excel.book.grid;
  const subUnitId = workbook.getSheetBySheetName('Sheet1')!.getSheetId();
  const range = { startRow: 1, endRow: 4, startColumn: 1, endColumn: 2 };
  const order = { 1: 2, 2: 3, 3: 1, 4: 4 };
  await commands.executeCommand('sheet.command.reorder-range', { unitId, subUnitId, range, order });
  excel.book.events.selectionChanged(subUnitId, 'A1');
  await heard.all('selected A1');
  expect(heard.lines).toEqual(['sheet WorksheetRowSorted B2:C4 Local', 'all B2:C4', 'selected A1']);
});
