import { openWorkbook, type EmbeddedWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => (excel = await openWorkbook({ bare: true })));
afterAll(() => excel.close());

test('between requests that follow each other at once, the page has a turn', async () => {
  const turns = await excel.pane.evaluate(async () => {
    let turns = 0;
    const count = () => {
      turns++;
      timer = setTimeout(count);
    };
    let timer = setTimeout(count);
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
      for (let request = 0; request < 8; request++) {
        cell.load('values');
        await context.sync();
        // An add-in that is busy.
        for (const end = performance.now() + 60; performance.now() < end;);
      }
    });
    clearTimeout(timer);
    return turns;
  });
  expect(turns).toBeGreaterThanOrEqual(6);
});
