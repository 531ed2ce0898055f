import { type EmbeddedWorkbook, openWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ bare: true });
});
afterAll(() => excel.close());

/** How many pixels of the chart's canvas have the colour of the first line. */
function inkedPixels(): Promise<number> {
  return excel.page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[role="figure"] canvas')!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4)
      if (data[i] === 0x44 && data[i + 1] === 0x72 && data[i + 2] === 0xc4) count++;
    return count;
  });
}

test('a line chart of cells is drawn over the grid and follows its cells', async () => {
  const series = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:B4').values = [
        ['', 'loss'],
        [1, 5],
        [2, 5],
        [3, 5],
      ];
      const chart = sheet.charts.add(Excel.ChartType.line, sheet.getRange('A1:B4'), 'Columns');
      chart.title.text = 'Loss';
      chart.setPosition('D2', 'J15');
      chart.series.load('items/name');
      await context.sync();
      return chart.series.items.map(({ name }) => name);
    }),
  );
  expect(series).toEqual(['loss']);
  await excel.page.getByRole('figure').waitFor();
  await excel.page.waitForTimeout(500);
  const flat = await inkedPixels();
  expect(flat).toBeGreaterThan(0);
  await excel.type('B3', 9);
  await excel.page.waitForTimeout(500);
  expect(await inkedPixels()).not.toBe(flat);
});

test('Ctrl+Z takes the typed number back, not the chart', async () => {
  await excel.undo();
  expect(await excel.read('B3')).toEqual([[5]]);
  expect(await excel.page.getByRole('figure').count()).toBe(1);
});

test('a chart of a table column is drawn anew when a person types the next row', async () => {
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.tables.add('A1:B4', true);
      await context.sync();
    }),
  );
  await excel.page.waitForTimeout(500);
  const before = await inkedPixels();
  await excel.type('B5', 40);
  await excel.page.waitForTimeout(500);
  expect(await inkedPixels()).not.toBe(before);
  const rows = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.tables.getItemAt(0).getRange().load('address');
      await context.sync();
      return range.address;
    }),
  );
  expect(rows).toBe('Sheet1!A1:B5');
});

test('a deleted chart disappears', async () => {
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().charts.getItemAt(0).delete();
      await context.sync();
    }),
  );
  await excel.page.getByRole('figure').waitFor({ state: 'detached' });
});
