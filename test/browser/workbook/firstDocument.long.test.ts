import { openWorkbook, type EmbeddedWorkbook } from '../harness';

// A first visitor finds a notebook that was drawn when the pages were built; otherwise the page has one drawn.
const FILE = '**/lesson-4.json';

let excel: EmbeddedWorkbook;
afterEach(() => excel.close());

/** What a person sees of a sheet: its content and number formats; sizes and colours of some of its cells. */
function seen(sheet: string) {
  return excel.pane.evaluate(
    (name) =>
      Excel.run(async (context) => {
        const worksheet = context.workbook.worksheets.getItem(name);
        const all = worksheet.getUsedRange().load('address, values, formulas, numberFormat');
        const some = ['A1', 'B2', 'AD11', 'AE12', 'AI3', 'BI11', 'CP3', 'DF3'].map((address) =>
          worksheet.getRange(address).load('format/columnWidth, format/rowHeight'),
        );
        const fills = some.map(({ format }) => format.fill.load('color'));
        const fonts = some.map(({ format }) => format.font.load('color, size, bold'));
        await context.sync();
        return {
          values: all.values,
          formulas: all.formulas,
          numberFormat: all.numberFormat,
          sizes: some.map(({ format }) => [format.columnWidth, format.rowHeight]),
          fills: fills.map(({ color }) => color),
          fonts: fonts.map(({ color, size, bold }) => [color, size, bold]),
        };
      }),
    sheet,
  );
}

const sheetNames = () =>
  excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name');
      await context.sync();
      return worksheets.items.map(({ name }) => name);
    }),
  );

test('the notebook that was drawn for a first visitor is the one that “Lesson 4” draws', async () => {
  let asked = 0;
  excel = await openWorkbook({
    prepare: (page) =>
      page.route(FILE, (route) => {
        asked++;
        return route.continue();
      }),
  });
  expect(await sheetNames()).toEqual(['Sheet1', 'Lesson 4', 'Lesson 4 ∂', 'Lesson 4 v']);
  const found = await seen('Lesson 4');
  await excel.press('Lesson 4');
  // To the last bit, though Node made one and the browser the other: the weights are of the same seed.
  expect(await seen('Lesson 4 (2)')).toEqual(found);
  await excel.reload();
  expect(asked).toBe(1);
});

test('where there is none, the page presses “Lesson 4”', async () => {
  excel = await openWorkbook({
    prepare: (page) => page.route(FILE, (route) => route.fulfill({ status: 404 })),
  });
  expect(await sheetNames()).toEqual(['Sheet1', 'Lesson 4', 'Lesson 4 ∂', 'Lesson 4 v']);
});
