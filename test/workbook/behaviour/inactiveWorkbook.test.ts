/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { INACTIVE_WORKBOOK } from '../../../src/workbook/behaviour/inactiveWorkbook';
import { type HeadlessExcel, headlessExcel } from '../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
beforeEach(() => void (excel.front.isOurs = false));
afterEach(() => void (excel.front.isOurs = true));
afterAll(() => excel.close());

type Call = (context: Excel.RequestContext, sheet: Excel.Worksheet) => void;
const CALLS: readonly (readonly [string, Call])[] = [
  ['Range.select', (_, sheet) => sheet.getRange('B2').select()],
  ['Workbook.getActiveCell', ({ workbook }) => workbook.getActiveCell().load('address')],
  ['Workbook.getSelectedRange', ({ workbook }) => workbook.getSelectedRange().load('address')],
  ['Worksheet.activate', (_, sheet) => sheet.activate()],
  ['Worksheet.delete', (_, sheet) => sheet.delete()],
  ['WorksheetCollection.add', ({ workbook }) => workbook.worksheets.add().load('name')],
  ['WorksheetFreezePanes.freezeAt', (_, sheet) => sheet.freezePanes.freezeAt('A1:B2')],
  ['WorksheetFreezePanes.freezeColumns', (_, sheet) => sheet.freezePanes.freezeColumns(1)],
  ['WorksheetFreezePanes.freezeRows', (_, sheet) => sheet.freezePanes.freezeRows(1)],
  ['WorksheetFreezePanes.unfreeze', (_, sheet) => sheet.freezePanes.unfreeze()],
];

const attempt = (call: Call) =>
  Excel.run(async (context) => {
    call(context, context.workbook.worksheets.getItem('Sheet1'));
    await context.sync();
  });

const refusing = INACTIVE_WORKBOOK.readings.filter((reading) => reading !== 'allowed');

test.each(refusing)('inactiveWorkbook:%s, what needs the front fails so', async (inactiveWorkbook) => {
  excel.behave({ inactiveWorkbook });
  for (const [errorLocation, call] of CALLS) {
    await expect(attempt(call)).rejects.toMatchObject({
      code: inactiveWorkbook,
      debugInfo: { errorLocation },
    });
  }
});

test('cells, names and formats can be written all the same', async () => {
  excel.behave({ inactiveWorkbook: 'InactiveWorkbook' });
  await attempt((_, sheet) => {
    const cell = sheet.getRange('A1');
    cell.values = [[1]];
    cell.format.fill.color = '#FF0000';
    sheet.names.add('one', cell);
  });
});

test('inactiveWorkbook:allowed, everything works', async () => {
  excel.behave({ inactiveWorkbook: 'allowed' });
  await attempt((context) => context.workbook.worksheets.add('Another'));
  const others = CALLS.filter(([name]) => name !== 'WorksheetCollection.add' && name !== 'Worksheet.delete');
  for (const [, call] of others) await attempt(call);
  await attempt((_, sheet) => sheet.delete());
});
