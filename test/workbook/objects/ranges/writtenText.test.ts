/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';

// https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member: "If the returned value
// starts with a plus, minus, or equal sign, Excel interprets this value as a formula."

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

/** What one cell of a new sheet holds after a text has been written to it. */
function written(text: unknown, format?: string) {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add();
    const cell = sheet.getRange('B2');
    if (format !== undefined) cell.numberFormat = [[format]];
    cell.values = [[text]];
    cell.load('values,formulas,numberFormat,text,valueTypes');
    sheet.delete();
    await context.sync().catch((error: OfficeExtension.Error) => Promise.reject(new Error(error.code)));
    return {
      value: cell.values[0][0] as unknown,
      formula: cell.formulas[0][0] as unknown,
      format: cell.numberFormat[0][0] as unknown,
      text: cell.text[0][0],
    };
  });
}

test('what looks like a number, a date, a share or an amount becomes one, and brings its format', async () => {
  expect(await written('$120')).toMatchObject({ value: 120, format: '$#,##0_);[Red]($#,##0)' });
  expect(await written('1/1/2017')).toMatchObject({ value: 42736, format: 'm/d/yyyy', text: '1/1/2017' });
  expect(await written('1,234')).toMatchObject({ value: 1234, format: '#,##0', text: '1,234' });
  expect(await written('1/2')).toMatchObject({ format: 'd-mmm', text: '2-Jan' });
  expect(await written('5 %')).toMatchObject({ value: 0.05, format: '0%', text: '5%' });
  expect(await written('1-2')).toMatchObject({ format: 'd-mmm', text: '2-Jan' });
  expect(await written('3/4')).toMatchObject({ format: 'd-mmm', text: '4-Mar' });
  expect(await written('TRUE')).toMatchObject({ value: true, format: 'General' });
  expect(await written('#n/a')).toMatchObject({ value: '#N/A' });
});

test('a format that the cell has already stays', async () => {
  expect(await written('1/1/2017', '0.0')).toMatchObject({ value: 42736, format: '0.0', text: '42736.0' });
  expect(await written('5%', '0.00')).toMatchObject({ value: 0.05, format: '0.00' });
});

test('a sign or an equals sign in front makes a formula', async () => {
  expect(await written('+x')).toMatchObject({ value: '#NAME?', formula: '=+x' });
  expect(await written('-1/2')).toMatchObject({ value: -0.5, formula: '=-1/2' });
  expect(await written('+1+1')).toMatchObject({ value: 2, formula: '=+1+1' });
  expect(await written('@sum(1,2)')).toMatchObject({ value: 3, formula: '=SUM(1,2)' });
  await expect(written('-5 apples')).rejects.toThrow('InvalidArgument');
  await expect(written('@somebody')).rejects.toThrow('InvalidArgument');
});

test.each(['-', '+', '=', '1-2', '3/4', '+x', '5 %', '$120', 'TRUE', '007', '=1+1', '#N/A', "'a"])(
  '%s stays text behind an apostrophe',
  async (text) => {
    expect(await written(`'${text}`)).toMatchObject({ value: text, formula: text, format: 'General' });
  },
);

test.each(['1-2', '3/4', '+x', '5 %', 'TRUE', '=1+1', '-5 apples', "'a", '@somebody'])(
  '%s stays text in a cell of the text format',
  async (text) => {
    expect(await written(text, '@')).toMatchObject({ value: text, formula: text, format: '@' });
  },
);

test('what is neither stays text as it is', async () => {
  for (const text of ['-', '=', 'class 1', '13/1', '–5', 'yes', ' a ', '12,5'])
    expect(await written(text)).toMatchObject({ value: text, formula: text, format: 'General' });
});

test('a cell holds 32,767 characters, and no more', async () => {
  expect(await written('x'.repeat(32_767))).toMatchObject({ value: 'x'.repeat(32_767) });
  await expect(written('x'.repeat(32_768))).rejects.toThrow('InvalidArgument');
});
