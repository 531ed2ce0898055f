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

/** As if a person had typed. */
function type(row: number, column: number, v: string | number): void {
  const { commands, unitId, workbook } = excel.book.grid;
  const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
  const subUnitId = workbook.getSheetBySheetName('Sheet1')!.getSheetId();
  commands.syncExecuteCommand('sheet.command.set-range-values', { unitId, subUnitId, range, value: { v } });
}

const addresses = () =>
  Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('History');
    const range = table.getRange().load('address');
    const loss = table.columns.getItem('loss').getDataBodyRange().load('address');
    const second = table.columns.getItem(2).getDataBodyRange().load('address');
    await context.sync();
    expect(second.address).toBe(loss.address);
    return [range.address, loss.address];
  });

beforeAll(() =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('B2:C4').values = [
      ['step', 'loss'],
      [1, 0.7],
      [2, 0.6],
    ];
    sheet.tables.add('B2:C4', true).name = 'History';
    const chart = sheet.charts.add('Line', sheet.getRange('C2:C4'));
    chart.name = 'Loss';
    await context.sync();
  }),
);

/** What the chart shows, as `name: values` and its categories. */
const shown = () =>
  Excel.run(async (context) => {
    const { series } = context.workbook.worksheets.getItem('Sheet1').charts.getItem('Loss');
    series.load('items/name');
    await context.sync();
    return series.items.map(({ name }) => name);
  });

test('a table takes in what a person types right below it, not what an add-in writes there', async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('B5').values = [['written']];
    await context.sync();
    context.workbook.worksheets.getItem('Sheet1').getRange('B5').clear();
    await context.sync();
  });
  expect(await addresses()).toEqual(['Sheet1!B2:C4', 'Sheet1!C3:C4']);
  type(4, 3, 'beside');
  type(5, 1, 'too far down');
  expect(await addresses()).toEqual(['Sheet1!B2:C4', 'Sheet1!C3:C4']);
  type(4, 1, 3);
  expect(await addresses()).toEqual(['Sheet1!B2:C5', 'Sheet1!C3:C5']);
});

test('a chart of a whole column of the table grows with it', async () => {
  const [chart] = excel.book.charts.all;
  expect(chart.source?.area).toMatchObject({ row: 1, rows: 4 });
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('History');
    table.rows.add(null as never, [[4, 0.4]]);
    await context.sync();
  });
  expect(chart.source?.area).toMatchObject({ row: 1, rows: 5 });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    context.workbook.tables.getItem('History').resize('B2:C4');
    sheet.getRange('B5:D9').clear();
    await context.sync();
  });
  expect(chart.source?.area).toMatchObject({ row: 1, rows: 3 });
  expect(await addresses()).toEqual(['Sheet1!B2:C4', 'Sheet1!C3:C4']);
});

test('thousands of rows in one call, fast', async () => {
  const rows = Array.from({ length: 5000 }, (_, i) => [i, 1 / (i + 1)]);
  const from = performance.now();
  await Excel.run(async (context) => {
    context.workbook.tables.getItem('History').rows.add(null as never, rows);
    await context.sync();
  });
  expect(performance.now() - from).toBeLessThan(2000);
  expect((await addresses())[0]).toBe('Sheet1!B2:C5004');
});

test('the table keeps its header when it is resized, and must', async () => {
  await Excel.run(async (context) => {
    context.workbook.tables.getItem('History').resize('B3:C9');
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});

test('series that an add-in puts together, and titles of axes', async () => {
  expect(await shown()).toEqual(['loss']);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const body = context.workbook.tables.getItem('History').columns.getItem('step').getDataBodyRange();
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
  await Excel.run(async (context) => {
    context.workbook.tables.getItem('History').rows.add(null as never, [[9, 9]]);
    context.workbook.worksheets.getItem('Sheet1').charts.getItem('Loss').series.getItemAt(0).delete();
    await context.sync();
  });
  const [chart] = excel.book.charts.all;
  expect(chart.series).toHaveLength(1);
  expect(chart.series![0].values?.area.rows).toBe(5003);
  expect(chart.series![0].labels).toBeNull();
});
