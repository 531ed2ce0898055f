/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
// https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-unbounded
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

const onSheet = <T>(work: (sheet: Excel.Worksheet, sync: () => Promise<void>) => Promise<T>) =>
  Excel.run((context) =>
    work(context.workbook.worksheets.getItem('Sheet1'), async () => {
      await context.sync();
    }),
  );

test.each(['C:C', 'A:F', '2:2', '1:4'])('%s has an address, and no values', (address) =>
  onSheet(async (sheet, sync) => {
    const range = sheet
      .getRange(address)
      .load('address,values,text,formulas,formulasR1C1,numberFormat,valueTypes,cellCount');
    await sync();
    const { values, text, formulas, formulasR1C1, numberFormat, valueTypes } = range;
    expect([values, text, formulas, formulasR1C1, numberFormat, valueTypes]).toEqual(Array(6).fill(null));
    expect(range.address).toBe(`Sheet1!${address}`);
    expect(range.cellCount).toBeGreaterThan(1);
  }),
);

test('a whole sheet is all of its rows', () =>
  onSheet(async (sheet, sync) => {
    const range = sheet.getRange().load('address,values');
    await sync();
    expect([range.address, range.values]).toEqual(['Sheet1!1:1048576', null]);
  }));

test.each(['values', 'formulas', 'formulasR1C1'] as const)('their %s cannot be set', async (property) => {
  const set = onSheet((sheet, sync) => {
    Object.assign(sheet.getRange('A:B'), { [property]: 'Due Date' });
    return sync();
  });
  await expect(set).rejects.toMatchObject({ code: 'InvalidArgument' });
});

test('one number format can be set, as a text or in an array of its own', () =>
  onSheet(async (sheet, sync) => {
    Object.assign(sheet.getRange('A:A'), { numberFormat: '0.0' });
    sheet.getRange('B:B').numberFormat = [['0.00']];
    sheet.getRange('A1:B1').values = [[1, 1]];
    const range = sheet.getRange('A1:B1').load('text');
    await sync();
    expect(range.text).toEqual([['1.0', '1.00']]);
  }));

test('a malformed number format is refused', async () => {
  const set = onSheet((sheet, sync) => {
    sheet.getRange('A1').numberFormat = [['[[[0']];
    return sync();
  });
  await expect(set).rejects.toMatchObject({ code: 'InvalidArgument' });
});

test('a range is resized by its last cell, which may come before the first', () =>
  onSheet(async (sheet, sync) => {
    const resized = (address: string, rows: number, columns: number) =>
      sheet.getRange(address).getResizedRange(rows, columns).load('address');
    const ranges = [resized('C3:D4', 1, -1), resized('F6', 0, -2), resized('F6', -3, 0)];
    await sync();
    expect(ranges.map(({ address }) => address.split('!')[1])).toEqual(['C3:C5', 'D6:F6', 'F3:F6']);
  }));
