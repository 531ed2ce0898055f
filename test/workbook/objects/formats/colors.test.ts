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

// https://learn.microsoft.com/javascript/api/excel/excel.rangefill#excel-excel-rangefill-color-member
test.each([
  ['red', '#FF0000'],
  ['Tomato', '#FF6347'],
  ['lightgoldenrodyellow', '#FAFAD2'],
  ['#4472c4', '#4472C4'],
  ['FFA500', '#FFA500'],
])('the colour %s comes back as %s', async (given, found) => {
  await Excel.run(async (context) => {
    const { format } = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2');
    format.fill.color = given;
    format.font.color = given;
    format.borders.getItem('EdgeTop').color = given;
    format.load('fill/color,font/color');
    const top = format.borders.getItem('EdgeTop').load('color');
    await context.sync();
    expect([format.fill.color, format.font.color, top.color]).toEqual([found, found, found]);
  });
});

test.each(['redd', 'transparent', '#12', '#GGGGGG', 'rgb(1,2,3)', ''])(
  'the colour "%s" is refused',
  async (color) => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').format.fill.color = color;
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
    });
  },
);
