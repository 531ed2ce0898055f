/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

// OfficeDev/office-js-docs-pr issue 5400; office-js-docs-reference issue 578.
test('one number format fills a range, alone or in an array of its own', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1:B2').numberFormat = [['0.00']];
    sheet.getRange('A3:B3').numberFormat = '0%' as never;
    const range = sheet.getRange('A1:B3').load('numberFormat');
    await context.sync();
    expect(range.numberFormat).toEqual([
      ['0.00', '0.00'],
      ['0.00', '0.00'],
      ['0%', '0%'],
    ]);
  });
});

test.each(['values', 'formulas'] as const)(
  'one of %s fills a range alone, not in an array',
  async (member) => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('D1:E2');
      range[member] = 7 as never;
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([
        [7, 7],
        [7, 7],
      ]);
      range[member] = [[8]];
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
    });
  },
);

test('loads that Excel takes as loading nothing: names that it does not have', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const sheets = context.workbook.worksheets.load('NoPropertiesNeeded');
    const name = sheet.names.add('odd', sheet.getRange('A1')).load('no-properties-needed');
    sheet.getRange('H1:H2').values = [['Amount'], [5]];
    const rows = sheet.tables.add('H1:H2', true).rows.load('items,value' as never);
    await context.sync();
    expect(sheets.items).toHaveLength(1);
    expect(() => sheets.items[0].name).toThrow(/not available/);
    expect(name.isNullObject).toBe(false);
    expect(rows.items.map(({ values }) => values)).toEqual([[[5]]]);
  });
});

test('what Excel has and this workbook lacks is refused by name', async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1').load('linkedDataTypeState');
    await expect(context.sync()).rejects.toMatchObject({
      code: 'ApiNotFound',
      message: expect.stringContaining('Range.LinkedDataTypeState'),
    });
  });
});
