/**
 * @jest-environment jsdom
 * @jest-environment-options { "resources": "usable" }
 */
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { headlessExcel, type HeadlessExcel } from '../support/headlessExcel';
import { opened } from '../support/workbookFiles';

// Files that other programs write.
let excel: HeadlessExcel;
beforeAll(async () => (excel = await headlessExcel()));
afterAll(() => excel.close());

test('a plain file, with sheets that nobody has looked at yet, is opened', async () => {
  const file = new ExcelJS.Workbook();
  const sheet = file.addWorksheet('Tea');
  sheet.getCell('B1').value = 2;
  sheet.getCell('B2').value = { formula: 'B1*21', result: 42 } as ExcelJS.CellFormulaValue;
  sheet.getCell('C3').note = 'hot';
  sheet.getCell('C3').value = 'Darjeeling';
  const bytes = new Uint8Array(await file.xlsx.writeBuffer());
  const { document, leftOut } = await opened(bytes, excel.book);
  const { sheetOrder = [], sheets = {} } = document.workbook;
  expect(sheets[sheetOrder[0]].name).toBe('Tea');
  const { cellData } = sheets[sheetOrder[0]];
  expect(cellData?.[0]?.[1]).toMatchObject({ v: 2 });
  expect(cellData?.[1]?.[1]).toMatchObject({ f: '=B1*21', v: 42 });
  expect(cellData?.[2]?.[2]).toMatchObject({ v: 'Darjeeling' });
  expect(leftOut).toEqual(['1 note']);
});

/** The cells of its first sheet, and what was left out. */
async function firstSheet(bytes: Uint8Array) {
  const { document, leftOut } = await opened(bytes, excel.book);
  const { sheetOrder = [], sheets = {} } = document.workbook;
  return { cells: sheets[sheetOrder[0]].cellData ?? {}, leftOut };
}

/** A file of ExcelJS, with what it cannot write itself put into its first sheet. */
async function patched(file: ExcelJS.Workbook, patch: (sheet: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(new Uint8Array(await file.xlsx.writeBuffer()));
  const path = 'xl/worksheets/sheet1.xml';
  return zipSync({ ...parts, [path]: strToU8(patch(strFromU8(parts[path]))) });
}

test('a link over a number or a formula leaves it what it is, and over a blank cell leaves it blank', async () => {
  const file = new ExcelJS.Workbook();
  const sheet = file.addWorksheet('Links');
  sheet.getCell('A1').value = 5;
  sheet.getCell('A2').value = { formula: 'A1+1', result: 6 } as ExcelJS.CellFormulaValue;
  sheet.getCell('A3').value = 'text';
  sheet.getCell('A4').font = { bold: true };
  const links = [1, 2, 3, 4].map((row) => `<hyperlink ref="A${row}" location="Links!B1"/>`).join('');
  const bytes = await patched(file, (xml) =>
    xml.replace('<pageMargins', `<hyperlinks>${links}</hyperlinks><pageMargins`),
  );
  const { cells, leftOut } = await firstSheet(bytes);
  expect([0, 1, 2].map((row) => cells[row]?.[0])).toMatchObject([
    { v: 5 },
    { v: 6, f: '=A1+1' },
    { v: 'text' },
  ]);
  expect(cells[3]?.[0]).not.toHaveProperty('v');
  expect(leftOut).toEqual(['4 links, of which the text is kept']);
});

test('a date right of a blank cell with a format keeps its number', async () => {
  const file = new ExcelJS.Workbook();
  const sheet = file.addWorksheet('Dates');
  sheet.getCell('A1').font = { bold: true };
  sheet.getCell('B1').value = 45_000.25;
  sheet.getCell('B1').numFmt = 'yyyy-mm-dd';
  sheet.getCell('C1').value = { formula: 'B1+1', result: 45_001.25 } as unknown as ExcelJS.CellFormulaValue;
  sheet.getCell('C1').numFmt = 'yyyy-mm-dd';
  const { cells } = await firstSheet(new Uint8Array(await file.xlsx.writeBuffer()));
  expect(cells[0]?.[1]).toMatchObject({ v: 45_000.25 });
  expect(cells[0]?.[2]).toMatchObject({ v: 45_001.25 });
});

test("what a table's totals came to is kept, where their formulas cannot be computed", async () => {
  const file = new ExcelJS.Workbook();
  const sheet = file.addWorksheet('Totals');
  sheet.addTable({
    name: 'Sales',
    ref: 'A1',
    headerRow: true,
    totalsRow: true,
    columns: [
      { name: 'Tea', totalsRowLabel: 'All' },
      { name: 'Cups', totalsRowFunction: 'sum' },
    ],
    rows: [
      ['Assam', 3],
      ['Sencha', 4],
    ],
  });
  const bytes = await patched(file, (xml) =>
    xml.replace(/(<c r="B4"[^>]*)(?:\/>|>.*?<\/c>)/, '$1><f>SUBTOTAL(109,Sales[Cups])</f><v>7</v></c>'),
  );
  const { cells } = await firstSheet(bytes);
  expect(cells[3]?.[1]).toMatchObject({ v: 7 });
});

test('what is no workbook is refused in words that say what to do', async () => {
  await expect(opened(new Uint8Array([1, 2, 3]), excel.book, 'notes')).rejects.toThrow(
    '"notes" cannot be read as a workbook: it is damaged, or no .xlsx file.',
  );
  await expect(opened(new Uint8Array([0xd0, 0xcf, 0x11]), excel.book, 'old')).rejects.toThrow(
    '"old" is protected by a password, or of an Excel before 2007',
  );
});
