/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { USE_SELECTION } from '../../../../src/addin/commands/images/imageCommands';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { toA1 } from '../../../../src/notebook/sheet/address';
import { openNotebook, type Sheet } from '../../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  // Four images of 6 × 6, a label in front of each.
  const rows = Array.from({ length: 4 }, (_, image) => [
    TINY.classes[image % 3],
    ...Array.from({ length: 36 }, (__, pixel) => (pixel % 5) / 5),
  ]);
  await Excel.run(async (context) => {
    const own = context.workbook.worksheets.getItem('Sheet1');
    own.getRange(ALL).values = rows;
    own.activate();
    await context.sync();
  });
});
afterAll(() => sheet.close());

const ALL = toA1({ row: 0, column: 0, rows: 4, columns: 37 });
const state = () => sheet.session.store.get();
const rowHidden = (row: number, isHidden: boolean) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange(`${row}:${row}`).rowHidden = isHidden;
    await context.sync();
  });

test('where some rows are hidden, it is said, and nothing is taken', async () => {
  await rowHidden(2, true);
  await sheet.select(ALL, 'Sheet1');
  await sheet.session.perform(USE_SELECTION);
  expect(state().errors.join()).toContain('Some of the selected rows are hidden');
  expect(state().notebook!.images.count).toBeUndefined();
  await rowHidden(2, false);
});

test('several areas are refused in words', async () => {
  const { unitId, workbook } = sheet.excel.book.grid;
  const subUnitId = workbook.getSheetBySheetName('Sheet1')!.getSheetId();
  const area = (row: number) => ({ startRow: row, endRow: row, startColumn: 0, endColumn: 36 });
  const selections = [0, 3].map((row) => ({ range: area(row), primary: null, style: null }));
  await sheet.excel.book.grid.commands.executeCommand('sheet.operation.set-selections', {
    ...{ unitId, subUnitId, type: 2, selections },
  });
  await sheet.session.perform(USE_SELECTION);
  expect(state().errors.join()).toContain('Several areas are selected');
});

test('a single image is not read as an image in every row', async () => {
  await sheet.select('B1:G6', 'Sheet1');
  await sheet.session.perform(USE_SELECTION);
  // Its cells end with the fourth row: that is no image, either.
  expect(state().errors).toHaveLength(1);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('AM1:AR6').values = Array.from({ length: 6 }, () =>
      new Array<number>(6).fill(0.5),
    );
    await context.sync();
  });
  await sheet.select('AM1:AR6', 'Sheet1');
  await sheet.session.perform(USE_SELECTION);
  expect(state().errors.join()).toContain('as large as one image, 6×6');
});
