/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { PROTECTION } from '../../../src/workbook/behaviour/protection';
import { type HeadlessExcel, headlessExcel } from '../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

type Call = (context: Excel.RequestContext, sheet: Excel.Worksheet) => void;
const attempt = (call: Call) =>
  Excel.run(async (context) => {
    call(context, context.workbook.worksheets.getItem('Sheet1'));
    await context.sync();
  });

const OF_SHEET: readonly (readonly [string, Call])[] = [
  ['Range.values', (_, sheet) => (sheet.getRange('A1').values = [[1]])],
  ['Range.values', (_, sheet) => (sheet.getRange('A1:A2').values = [[null], [null]])],
  ['Range.numberFormat', (_, sheet) => (sheet.getRange('A1').numberFormat = [['0']])],
  ['Range.clear', (_, sheet) => sheet.getRange('A1').clear()],
  ['RangeFormat.columnWidth', (_, sheet) => (sheet.getRange('A1').format.columnWidth = 9)],
  ['RangeFill.color', (_, sheet) => (sheet.getRange('A1').format.fill.color = '#FF0000')],
  ['ChartCollection.add', (_, sheet) => sheet.charts.add('Line', sheet.getRange('A1:A2'))],
  ['WorksheetProtection.protect', (_, sheet) => sheet.protection.protect()],
];
const OF_WORKBOOK: readonly (readonly [string, Call])[] = [
  ['WorksheetCollection.add', ({ workbook }) => workbook.worksheets.add()],
  ['Worksheet.name', (_, sheet) => (sheet.name = 'Other')],
  ['Worksheet.delete', (_, sheet) => sheet.delete()],
];

describe.each(PROTECTION.readings)('protection:%s', (protection) => {
  beforeEach(() => excel.behave({ protection }));

  test('cells and charts of a protected sheet are not changed; the workbook and views of it are', async () => {
    await attempt((_, sheet) => sheet.protection.protect());
    for (const [errorLocation, call] of OF_SHEET) {
      const code = errorLocation === 'WorksheetProtection.protect' ? 'AccessDenied' : protection;
      await expect(attempt(call)).rejects.toMatchObject({ code, debugInfo: { errorLocation } });
    }
    await attempt(({ workbook }, sheet) => {
      sheet.activate();
      sheet.getRange('B2').select();
      sheet.getRange('B2').load('values');
      workbook.settings.add('one', 1);
      workbook.worksheets.add().delete();
    });
    await attempt((_, sheet) => sheet.protection.unprotect());
    await attempt((_, sheet) => (sheet.getRange('A1').values = [[1]]));
  });

  test('of a protected structure sheets are not changed, cells are', async () => {
    await attempt(({ workbook }) => workbook.protection.protect());
    for (const [errorLocation, call] of OF_WORKBOOK)
      await expect(attempt(call)).rejects.toMatchObject({ code: protection, debugInfo: { errorLocation } });
    await attempt((_, sheet) => (sheet.getRange('A1').values = [[1]]));
    await attempt(({ workbook }) => workbook.protection.unprotect());
  });

  test('a workbook that is read-only can be read', async () => {
    excel.book.protection.readOnly = true;
    for (const [errorLocation, call] of [...OF_SHEET, ...OF_WORKBOOK].slice(0, -1))
      if (errorLocation !== 'WorksheetProtection.protect')
        await expect(attempt(call)).rejects.toMatchObject({ code: protection });
    await attempt((_, sheet) => sheet.getRange('A1').load('values'));
    excel.book.protection.readOnly = false;
  });
});
