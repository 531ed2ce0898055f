/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { ConditionalFormattingService } from '@univerjs/sheets-conditional-formatting';
import { headlessExcel, type HeadlessExcel } from '../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
}, 60_000);
afterAll(() => excel.close());

/** The fill that a conditional format gives to a cell of column A, as the next painting has it. */
function fillAt(row: number): string | undefined {
  const { grid } = excel.book;
  const formats = grid.injector.get(ConditionalFormattingService);
  const sheetId = grid.workbook.getActiveSheet()!.getSheetId();
  return formats.composeStyle(grid.unitId, sheetId, row, 0)?.style?.bg?.rgb ?? undefined;
}

const write = (address: string, values: unknown[][]) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange(address).values = values;
    await context.sync();
  });

const scale = (address: string) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange(address);
    range.conditionalFormats.add(Excel.ConditionalFormatType.colorScale).colorScale.criteria = {
      minimum: { type: 'LowestValue', color: '#0000FF' },
      maximum: { type: 'HighestValue', color: '#FF0000' },
    };
    await context.sync();
  });

test('the colours of a scale are new as soon as the numbers are', async () => {
  await write('A1:A3', [[1], [2], [3]]);
  await scale('A1:A3');
  expect([fillAt(0), fillAt(2)]).toEqual(['rgb(0,0,255)', 'rgb(255,0,0)']);
  await write('A1:A3', [[3], [2], [1]]);
  expect([fillAt(0), fillAt(2)]).toEqual(['rgb(255,0,0)', 'rgb(0,0,255)']);
  await write('A2', [[9]]);
  expect([fillAt(1), fillAt(2)]).toEqual(['rgb(255,0,0)', 'rgb(0,0,255)']);
});

test('a cell gets the colours of a format that is added, and loses those of one that is taken away', async () => {
  await write('A8:A9', [[1], [2]]);
  await scale('A8:A9');
  await write('A5:A6', [[1], [2]]);
  expect(fillAt(5)).toBeUndefined();
  await scale('A5:A6');
  expect(fillAt(5)).toBe('rgb(255,0,0)');
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A5:A6').conditionalFormats.clearAll();
    await context.sync();
  });
  expect(fillAt(5)).toBeUndefined();
  expect(fillAt(8)).toBe('rgb(255,0,0)');
});
