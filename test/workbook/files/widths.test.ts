/**
 * @jest-environment jsdom
 * @jest-environment-options { "resources": "usable" }
 */
import ExcelJS from 'exceljs';
import { documentOf, type DocumentData } from '../../../src/workbook/book/document';
import { headlessExcel, type HeadlessExcel } from '../support/headlessExcel';
import { opened, saved } from '../support/workbookFiles';

let excel: HeadlessExcel;
beforeAll(async () => (excel = await headlessExcel()));
afterAll(() => excel.close());

const COLUMNS = 300;

/** In pixels, of the first sheet's columns. */
function widthsIn({ workbook: { sheetOrder = [], sheets = {} } }: DocumentData): (number | undefined)[] {
  const { columnData = {}, defaultColumnWidth } = sheets[sheetOrder[0]];
  return Array.from({ length: COLUMNS }, (_, at) => columnData[at]?.w ?? defaultColumnWidth);
}

test('columns of every width are as wide when the file is opened as when it was saved', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    for (let at = 0; at < COLUMNS; at++)
      sheet.getRangeByIndexes(0, at, 1, 1).format.columnWidth = (at + 1) * 0.75;
    await context.sync();
  });
  const { book } = excel;
  expect(widthsIn(documentOf(book))).toEqual(Array.from({ length: COLUMNS }, (_, at) => at + 1));
  const { document } = await opened(await saved(book), book);
  expect(widthsIn(document)).toEqual(widthsIn(documentOf(book)));
});

// Width = trunc((characters × 7 + 5) / 7 × 256) / 256 in the file (ECMA-376, part 1, 18.3.1.13).
test.each([
  ['8 characters and 3 pixels, the usual', 9.140625, 64],
  ['10 characters', 10.7109375, 75],
  ['1 character', 1.7109375, 12],
  ['15 characters, by a program that leaves the margins out', 15, 105],
])('Excel’s width of %s is read in whole pixels', async (_, width, pixels) => {
  const file = new ExcelJS.Workbook();
  file.addWorksheet('Tea').getColumn(1).width = width;
  const bytes = new Uint8Array(await file.xlsx.writeBuffer());
  expect(widthsIn((await opened(bytes, excel.book)).document)[0]).toBe(pixels);
});
