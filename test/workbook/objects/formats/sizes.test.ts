/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { SetWorksheetRowAutoHeightMutation } from '@univerjs/sheets';
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

/** What happens to the cells of a range of the first sheet. */
const change = (address: string, set: (range: Excel.Range) => void) =>
  Excel.run(async (context) => {
    set(context.workbook.worksheets.getItem('Sheet1').getRange(address));
    await context.sync();
  });

const sizes = (address: string) =>
  Excel.run(async (context) => {
    const { format } = context.workbook.worksheets.getItem('Sheet1').getRange(address);
    format.load('columnWidth,rowHeight');
    await context.sync();
    return [format.columnWidth, format.rowHeight];
  });

const sheet = () => excel.book.grid.workbook.getSheetBySheetName('Sheet1')!;

test('columns and rows beyond the first 200 get their sizes before anything stands there', async () => {
  await change('GP1:HD400', ({ format }) => {
    format.columnWidth = 30;
    format.rowHeight = 24;
  });
  expect(await sizes('GP1:HD400')).toEqual([30, 24]);
  expect(await sizes('HD400')).toEqual([30, 24]);
  expect(await sizes('HE401')).toEqual([48, 15]);
});

test('whole rows and columns get a size in the direction that they count, and all of a sheet makes it no larger', async () => {
  await change('JA:JB', ({ format }) => (format.columnWidth = 20));
  await change('500:501', ({ format }) => (format.rowHeight = 33));
  expect((await sizes('JB1'))[0]).toBe(20);
  expect((await sizes('A501'))[1]).toBe(33);
  const before = [sheet().getRowCount(), sheet().getColumnCount()];
  await change('A1:XFD1048576', ({ format }) => {
    format.columnWidth = 48;
    format.rowHeight = 15;
  });
  expect([sheet().getRowCount(), sheet().getColumnCount()]).toEqual(before);
});

test('a row grows for text that wraps and for large print, but not for a list, nor where its height was set', async () => {
  await Excel.run(async (context) => {
    const added = context.workbook.worksheets.add('Rows');
    await context.sync();
    added.getRange('A1:A5').values = [['a'], ['b'], ['c'], ['d'], ['']];
    added.getRange('A2').format.wrapText = true;
    added.getRange('A3').format.font.size = 20;
    added.getRange('A4').format.rowHeight = 12;
    await context.sync();
  });
  const { commands, unitId, workbook } = excel.book.grid;
  const rows = workbook.getSheetBySheetName('Rows')!;
  // As Univer does when it makes room for what stands in rows; pixels.
  const rowsAutoHeightInfo = [0, 1, 2, 3, 4].map((row) => ({ row, autoHeight: 38 }));
  const params = { unitId, subUnitId: rows.getSheetId(), rowsAutoHeightInfo };
  commands.syncExecuteCommand(SetWorksheetRowAutoHeightMutation.id, params);
  expect([0, 1, 2, 3, 4].map((row) => rows.getRowHeight(row))).toEqual([20, 38, 38, 16, 20]);
});

test.each([
  ['columnWidth', (format: Excel.RangeFormat, size: number) => (format.columnWidth = size), [-1, 1400]],
  ['rowHeight', (format: Excel.RangeFormat, size: number) => (format.rowHeight = size), [-1, 410]],
] as const)('a %s that Excel does not have is refused', async (member, set, sizesRefused) => {
  for (const size of sizesRefused)
    await expect(change('A1', ({ format }) => set(format, size))).rejects.toMatchObject({
      code: 'InvalidArgument',
      debugInfo: { errorLocation: `RangeFormat.${member}` },
    });
});

test('letters have 1 to 409 points', async () => {
  for (const size of [0, 410])
    await expect(change('A1', ({ format }) => (format.font.size = size))).rejects.toMatchObject({
      code: 'InvalidArgument',
      debugInfo: { errorLocation: 'RangeFont.size' },
    });
});
