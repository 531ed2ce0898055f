/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { type HeadlessExcel, headlessExcel } from '../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

/** The colour in which a number is painted in a format, undefined for that of its cell. */
async function colourOf(value: number, format: string): Promise<string | undefined> {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('B2');
    range.numberFormat = [[format]];
    range.values = [[value]];
    await context.sync();
  });
  const painted = excel.book.grid.workbook.getSheetBySheetName('Sheet1')!.getCell(1, 1);
  return painted?.interceptorStyle?.cl?.rgb ?? undefined;
}

test.each([
  [0, '0.0;-0.0;[Color48]0', '#969696'],
  [0.5, '0.0;-0.0;[Color48]0', undefined],
  [-0.5, '0.0;-0.0;[Color48]0', undefined],
  [0.5, '[Color10]0.0;-0.0;0', '#008000'],
  [7, '[>5][Color10]0.0;0', '#008000'],
  [4, '[>5][Color10]0.0;0', undefined],
  [0, '0.0', undefined],
])('%d in the format %s is painted in %s', async (value, format, colour) => {
  expect(await colourOf(value, format)).toBe(colour);
});
