/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { SetRangeValuesMutation } from '@univerjs/sheets';
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

/** Each test has a sheet of its own, with a table of steps and losses in B2:C4 and a chart of the losses. */
let sheetName = '';
let tableName = '';
let tests = 0;
beforeEach(() =>
  Excel.run(async (context) => {
    sheetName = `Sheet ${++tests}`;
    tableName = `History${tests}`;
    const sheet = context.workbook.worksheets.add(sheetName);
    sheet.getRange('B2:C4').values = [
      ['step', 'loss'],
      [1, 0.7],
      [2, 0.6],
    ];
    sheet.tables.add('B2:C4', true).name = tableName;
    const chart = sheet.charts.add('Line', sheet.getRange('C2:C4'));
    chart.name = 'Loss';
    await context.sync();
  }),
);

const sheetId = () => excel.book.grid.workbook.getSheetBySheetName(sheetName)!.getSheetId();

/** As if a person had typed. */
function type(row: number, column: number, v: string | number): void {
  const { commands, unitId } = excel.book.grid;
  const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
  const params = { unitId, subUnitId: sheetId(), range, value: { v } };
  commands.syncExecuteCommand('sheet.command.set-range-values', params);
}

/** Of the table and of its losses, without the sheet. */
const addresses = () =>
  Excel.run(async (context) => {
    const table = context.workbook.tables.getItem(tableName);
    const range = table.getRange().load('address');
    const loss = table.columns.getItem('loss').getDataBodyRange().load('address');
    const second = table.columns.getItem(2).getDataBodyRange().load('address');
    await context.sync();
    expect(second.address).toBe(loss.address);
    return [range.address, loss.address].map((address) => address.replace(`'${sheetName}'!`, ''));
  });

const addRows = (rows: number[][]) =>
  Excel.run(async (context) => {
    context.workbook.tables.getItem(tableName).rows.add(null as never, rows);
    await context.sync();
  });

/** The names of the series that the chart shows. */
const shown = () =>
  Excel.run(async (context) => {
    const { series } = context.workbook.worksheets.getItem(sheetName).charts.getItem('Loss');
    series.load('items/name');
    await context.sync();
    return series.items.map(({ name }) => name);
  });

test('a table takes in what a person types right below it, not what an add-in writes there', async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheetName).getRange('B5').values = [['written']];
    await context.sync();
    context.workbook.worksheets.getItem(sheetName).getRange('B5').clear();
    await context.sync();
  });
  expect(await addresses()).toEqual(['B2:C4', 'C3:C4']);
  type(4, 3, 'beside');
  type(5, 1, 'too far down');
  expect(await addresses()).toEqual(['B2:C4', 'C3:C4']);
  type(4, 1, 3);
  expect(await addresses()).toEqual(['B2:C5', 'C3:C5']);
});

test('a chart of a whole column of the table grows and shrinks with it', async () => {
  const [chart] = excel.book.charts.on(sheetId());
  await addRows([[3, 0.5]]);
  expect(chart.source?.area).toMatchObject({ row: 1, rows: 4 });
  await addRows([[4, 0.4]]);
  expect(chart.source?.area).toMatchObject({ row: 1, rows: 5 });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    context.workbook.tables.getItem(tableName).resize('B2:C4');
    sheet.getRange('B5:D9').clear();
    await context.sync();
  });
  expect(chart.source?.area).toMatchObject({ row: 1, rows: 3 });
  expect(await addresses()).toEqual(['B2:C4', 'C3:C4']);
});

test('thousands of rows in one call are written at once', async () => {
  let writes = 0;
  const { commands } = excel.book.grid;
  const watch = commands.onCommandExecuted(({ id }) => void (id === SetRangeValuesMutation.id && writes++));
  await addRows(Array.from({ length: 5000 }, (_, i) => [i, 1 / (i + 1)]));
  watch.dispose();
  expect(writes).toBe(1);
  expect((await addresses())[0]).toBe('B2:C5004');
});

test('the table keeps its header when it is resized, and must', async () => {
  await Excel.run(async (context) => {
    context.workbook.tables.getItem(tableName).resize('B3:C9');
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});

test('an add-in can put series together one by one, and give titles to axes', async () => {
  await addRows(Array.from({ length: 5000 }, (_, i) => [i, 1 / (i + 1)]));
  expect(await shown()).toEqual(['loss']);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    const body = context.workbook.tables.getItem(tableName).columns.getItem('step').getDataBodyRange();
    const chart = sheet.charts.getItem('Loss');
    const added = chart.series.add('steps');
    added.setValues(body);
    chart.series.getItemAt(0).setXAxisValues(body);
    chart.series.getItemAt(0).name = 'Loss of the batch';
    chart.axes.valueAxis.title.text = 'loss';
    chart.axes.categoryAxis.title.load('visible');
    chart.axes.valueAxis.title.load('text,visible');
    await context.sync();
    const { valueAxis, categoryAxis } = chart.axes;
    expect([valueAxis.title.text, valueAxis.title.visible, categoryAxis.title.visible]).toEqual([
      'loss',
      true,
      false,
    ]);
  });
  expect(await shown()).toEqual(['Loss of the batch', 'steps']);
  await addRows([[9, 9]]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheetName).charts.getItem('Loss').series.getItemAt(0).delete();
    await context.sync();
  });
  const [chart] = excel.book.charts.on(sheetId());
  expect(chart.series).toHaveLength(1);
  expect(chart.series![0].values?.area.rows).toBe(5003);
  expect(chart.series![0].labels).toBeNull();
});
