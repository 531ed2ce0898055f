/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
// https://learn.microsoft.com/javascript/api/excel/excel.worksheet
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

const inSheet = <T>(work: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>) =>
  Excel.run(async (context) => {
    const first = context.workbook.worksheets.getItem('Sheet1');
    const sheet = context.workbook.worksheets.add('Second');
    const result = await work(context, sheet);
    const left = context.workbook.worksheets.getItemOrNullObject('Second');
    first.visibility = 'Visible';
    left.visibility = 'Visible';
    left.delete();
    await context.sync();
    return result;
  });

const failure = (context: Excel.RequestContext) =>
  context.sync().then(
    () => null,
    ({ code, debugInfo }: OfficeExtension.Error) => ({ code, location: debugInfo.errorLocation }),
  );

test('the last visible sheet cannot be hidden, and nothing is broken by trying', async () => {
  await inSheet(async (context, sheet) => {
    const first = context.workbook.worksheets.getItem('Sheet1');
    sheet.visibility = 'Hidden';
    await context.sync();
    first.visibility = 'Hidden';
    expect(await failure(context)).toEqual({ code: 'InvalidOperation', location: 'Worksheet.visibility' });
    first.load('visibility');
    await context.sync();
    expect(first.visibility).toBe('Visible');
  });
});

test('a very hidden sheet is told from a hidden one, and cannot be deleted', async () => {
  await inSheet(async (context, sheet) => {
    sheet.visibility = 'VeryHidden';
    sheet.load('visibility');
    await context.sync();
    expect(sheet.visibility).toBe('VeryHidden');
    sheet.delete();
    expect(await failure(context)).toEqual({ code: 'InvalidOperation', location: 'Worksheet.delete' });
    sheet.visibility = 'Hidden';
    sheet.load('visibility');
    await context.sync();
    expect(sheet.visibility).toBe('Hidden');
    sheet.delete();
    expect(await failure(context)).toBeNull();
  });
});

test('sheets are counted with the hidden ones, or only those that are seen', async () => {
  await inSheet(async (context, sheet) => {
    const { worksheets } = context.workbook;
    sheet.visibility = 'Hidden';
    const counts = [worksheets.getCount(), worksheets.getCount(false), worksheets.getCount(true)];
    await context.sync();
    expect(counts.map(({ value }) => value)).toEqual([2, 2, 1]);
  });
});

test('a range whose sheet is deleted in the same request cannot be read', async () => {
  await inSheet(async (context, sheet) => {
    const range = sheet.getRange('A1').load('address');
    await context.sync();
    sheet.delete();
    range.load('values');
    expect(await failure(context)).toMatchObject({ code: 'InvalidReference' });
  });
});
