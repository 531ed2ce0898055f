/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { headlessExcel, type HeadlessExcel } from '../../../workbook/support/headlessExcel';
import { log, row } from '../support/training';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

/** Rows of the sheet, counted from 1, that each series of the charts shows. */
function shown(title: string): string[] {
  const id = excel.book.grid.workbook.getSheetBySheetName(`${title} log`)!.getSheetId();
  const charts = excel.book.charts.on(id);
  return charts.flatMap(({ name, series }) =>
    series!.map(({ values, labels }) => {
      const [own, steps] = [values!.area, labels!.area];
      return `${name}: column ${own.column + 1} rows ${own.row + 1} to ${own.row + own.rows}, steps ${steps.column + 1} rows ${steps.row + 1} to ${steps.row + steps.rows}`;
    }),
  );
}

test('two charts, of the losses and of the accuracies, over the steps', async () => {
  await log('Two', undefined, row(0), row(1));
  expect(shown('Two')).toEqual([
    'Loss: column 4 rows 5 to 6, steps 1 rows 5 to 6',
    'Loss: column 5 rows 5 to 6, steps 1 rows 5 to 6',
    'Accuracy: column 6 rows 5 to 6, steps 1 rows 5 to 6',
    'Accuracy: column 7 rows 5 to 6, steps 1 rows 5 to 6',
  ]);
});

test('they grow with the log', async () => {
  const place = await log('Growing', undefined, row(0));
  await log('Growing', place, row(1), row(2));
  expect(shown('Growing')).toEqual([
    'Loss: column 4 rows 5 to 7, steps 1 rows 5 to 7',
    'Loss: column 5 rows 5 to 7, steps 1 rows 5 to 7',
    'Accuracy: column 6 rows 5 to 7, steps 1 rows 5 to 7',
    'Accuracy: column 7 rows 5 to 7, steps 1 rows 5 to 7',
  ]);
});

test('they have titles, also on their axes, and names for their lines', async () => {
  await log('Titled', undefined, row(0), row(1));
  await Excel.run(async (context) => {
    const chart = context.workbook.worksheets.getItem('Titled log').charts.getItem('Loss');
    const { categoryAxis, valueAxis } = chart.axes;
    const titles = [chart.title, categoryAxis.title, valueAxis.title];
    for (const title of titles) title.load('text');
    chart.series.load('items/name');
    await context.sync();
    expect(titles.map(({ text }) => text)).toEqual(['Loss over the steps', 'Step', 'Loss']);
    expect(chart.series.items.map(({ name }) => name)).toEqual(['Training loss', 'Validation loss']);
  });
});

test('they stand right of the table, one below the other', async () => {
  await log('Placed', undefined, row(0));
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Placed log');
    const { charts } = sheet;
    charts.load('items/left,items/top,items/width,items/height');
    await context.sync();
    const [loss, accuracy] = charts.items;
    // Columns A to H are 460.5 points wide together; the first four rows are three times 15 and once 30 high.
    expect([loss.left, loss.top, loss.width, loss.height]).toEqual(
      [460.5, 75, 480, 270].map((n) => expect.closeTo(n, 0)),
    );
    expect(accuracy.left).toBe(loss.left);
    expect(accuracy.top).toBeCloseTo(loss.top + loss.height + 15);
  });
});
