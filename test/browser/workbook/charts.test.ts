import { type EmbeddedWorkbook, openWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ bare: true });
});
afterAll(() => excel.close());

/** Each test has a sheet of its own in view, with a line chart of the losses in A1:B4. */
let sheetName = '';
let tests = 0;
beforeEach(async () => {
  sheetName = `Losses${++tests}`;
  await excel.pane.evaluate(
    (name) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add(name);
        sheet.activate();
        sheet.getRange('A1:B4').values = [
          ['', 'loss'],
          [1, 5],
          [2, 5],
          [3, 5],
        ];
        const chart = sheet.charts.add(Excel.ChartType.line, sheet.getRange('A1:B4'), 'Columns');
        chart.title.text = 'Loss';
        chart.setPosition('D2', 'J15');
        await context.sync();
      }),
    sheetName,
  );
  await excel.until('the chart is drawn', async () => (await inkedPixels()) > 0);
});
afterEach(() =>
  excel.pane.evaluate(
    (name) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(name).delete();
        await context.sync();
      }),
    sheetName,
  ),
);

/** How many pixels of the chart's canvas have the colour of the first line; 0 as long as there is no canvas. */
function inkedPixels(): Promise<number> {
  return excel.page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[role="figure"] canvas');
    if (!canvas?.width || !canvas.height) return 0;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4)
      if (data[i] === 0x44 && data[i + 1] === 0x72 && data[i + 2] === 0xc4) count++;
    return count;
  });
}

/** Does something, and waits until the chart is drawn otherwise than before. */
async function redrawnBy(work: () => Promise<void>): Promise<void> {
  const before = await inkedPixels();
  await work();
  await excel.until('the chart is drawn anew', async () => {
    const now = await inkedPixels();
    return now > 0 && now !== before;
  });
}

test('a line chart of cells is drawn over the grid and follows its cells', async () => {
  const series = await excel.pane.evaluate(
    (name) =>
      Excel.run(async (context) => {
        const chart = context.workbook.worksheets.getItem(name).charts.getItemAt(0);
        chart.series.load('items/name');
        await context.sync();
        return chart.series.items.map((each) => each.name);
      }),
    sheetName,
  );
  expect(series).toEqual(['loss']);
  await redrawnBy(() => excel.type('B3', 9));
});

test('Ctrl+Z takes the typed number back, not the chart', async () => {
  await excel.type('B3', 9);
  await excel.undo();
  expect(await excel.read('B3')).toEqual([[5]]);
  expect(await excel.page.getByRole('figure').count()).toBe(1);
});

test('a chart of a table column is drawn anew when a person types the next row', async () => {
  await excel.pane.evaluate(
    (name) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(name).tables.add('A1:B4', true);
        await context.sync();
      }),
    sheetName,
  );
  await redrawnBy(() => excel.type('B5', 40));
  const rows = await excel.pane.evaluate(
    (name) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets
          .getItem(name)
          .tables.getItemAt(0)
          .getRange()
          .load('address');
        await context.sync();
        return range.address;
      }),
    sheetName,
  );
  expect(rows).toBe(`${sheetName}!A1:B5`);
});

test('a deleted chart disappears', async () => {
  await excel.pane.evaluate(
    (name) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(name).charts.getItemAt(0).delete();
        await context.sync();
      }),
    sheetName,
  );
  await excel.page.getByRole('figure').waitFor({ state: 'detached' });
});
