import { type EmbeddedWorkbook, openWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ bare: true });
});
afterAll(() => excel.close());

/** How many requests of the add-in the workbook has taken up. */
const requests = () =>
  excel.page.evaluate(
    () => (window as unknown as { __embeddedHost: { batches: number } }).__embeddedHost.batches,
  );

test('a request that may wait does so while somebody is typing into a cell, and does not disturb the typing', async () => {
  await excel.goTo('B2');
  await excel.page.keyboard.type('12');
  const before = await requests();
  const written = excel.pane.evaluate(() =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('B2:C2').values = [
        ['from the add-in', 'too'],
      ];
      await context.sync();
    }),
  );
  await excel.until('the workbook has the request', async () => (await requests()) > before);
  await excel.page.keyboard.type('34');
  await excel.page.keyboard.press('Enter');
  await written;
  // What was typed came first, so the add-in's writing stands.
  expect(await excel.read('B2:C2')).toEqual([['from the add-in', 'too']]);
  await excel.undo();
  expect(await excel.read('B2:C2')).toEqual([[1234, '']]);
});
