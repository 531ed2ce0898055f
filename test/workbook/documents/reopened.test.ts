/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
// A document whose formulas all have their values goes on calculating when it is opened again.
import { SetRangeValuesCommand } from '@univerjs/sheets';
import type { DocumentData } from '../../../src/workbook/book/document';
import { SHEET_DEFAULTS } from '../../../src/workbook/grid/excelDefaults';
import { quiet } from '../../addin/support/bridge';
import { headlessExcel, type HeadlessExcel } from '../support/headlessExcel';

const none = { records: [], next: 1 };
/** As it is kept. */
const KEPT: DocumentData = {
  workbook: {
    id: 'book1',
    name: 'Book1',
    sheetOrder: ['{sheet1}'],
    sheets: {
      '{sheet1}': {
        ...SHEET_DEFAULTS,
        id: '{sheet1}',
        name: 'Sheet1',
        cellData: { 0: { 0: { v: 4, t: 2 }, 1: { v: 8, t: 2, f: '=A1*2' } } },
      },
    },
  },
  activeSheet: '{sheet1}',
  settings: [],
  xmlParts: [],
  startup: 'Inactive',
  protection: { sheets: [], structure: false },
  tables: none,
  charts: none,
  shapes: none,
};

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel({}, KEPT);
});
afterAll(() => excel.close());

const values = () =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B1');
    range.load('values');
    await context.sync();
    return range.values as unknown;
  });

test('after an edit of a person, and after a write of an add-in', async () => {
  expect(await values()).toEqual([[4, 8]]);
  const { unitId, commands } = excel.book.grid;
  await commands.executeCommand(SetRangeValuesCommand.id, {
    unitId,
    subUnitId: '{sheet1}',
    range: { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 },
    value: { v: 5, t: 2 },
  });
  await quiet();
  expect(await values()).toEqual([[5, 10]]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[6]];
    await context.sync();
  });
  expect(await values()).toEqual([[6, 12]]);
});
