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

/** What happens to the cells of a range, without a sheet of the first. */
const change = (address: string, set: (range: Excel.Range) => void, name = 'Sheet1') =>
  Excel.run(async (context) => {
    set(context.workbook.worksheets.getItem(name).getRange(address));
    await context.sync();
  });

const sizes = (address: string, name = 'Sheet1') =>
  Excel.run(async (context) => {
    const { format } = context.workbook.worksheets.getItem(name).getRange(address);
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
  // The width asked for, in whole pixels.
  expect((await sizes('JB1'))[0]).toBe(20.25);
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

describe('a row without a height of its own', () => {
  beforeEach(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItemOrNullObject('Fonts').delete();
      context.workbook.worksheets.add('Fonts');
      await context.sync();
    }),
  );
  const print = (address: string, points: number) =>
    change(address, ({ format }) => (format.font.size = points), 'Fonts');
  const height = async (address: string) => (await sizes(address, 'Fonts'))[1];

  // What Excel shows for rows of Calibri, as fonts are chosen in them.
  test.each([
    [11, 15],
    [12, 15.75],
    [14, 18.75],
    [16, 21],
    [18, 23.25],
    [20, 26.25],
    [24, 31.5],
    [36, 46.5],
    [48, 61.5],
    [72, 92.25],
  ])('with letters of %d points is %d points high', async (points, expected) => {
    await print('B20', points);
    expect(await height('A20')).toBe(expected);
  });

  test('is as high as its largest letters need, until their format is cleared', async () => {
    await print('B21:B22', 24);
    await print('C21', 36);
    await print('D21:D22', 8);
    expect(await height('A21')).toBe(46.5);
    expect(await height('A22')).toBe(31.5);
    await change('C21', (range) => range.clear('Formats'), 'Fonts');
    expect(await height('A21:A22')).toBe(31.5);
    await change('B21:C22', (range) => range.clear(), 'Fonts');
    expect(await height('A21:A22')).toBe(15);
  });
});

test('a height that was set stays, whatever letters come', async () => {
  await change('A23', ({ format }) => (format.rowHeight = 18));
  await change('A23:B23', ({ format }) => (format.font.size = 36));
  expect((await sizes('A23'))[1]).toBe(18);
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
