import { type EmbeddedWorkbook, openWorkbook } from '../harness';

/** Measures of the grid at its start: headers, and the size of a cell. */
const HEADER = { width: 46, height: 20 };
const CELL = { width: 64, height: 20 };

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ bare: true });
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.onChanged.add(async ({ changeType, address, triggerSource }) => {
        heard.push(`${changeType} ${address} ${triggerSource}`);
      });
      await context.sync();
    }),
  );
});
afterAll(() => excel.close());

/** What the add-in has been told, once it has been told something. */
async function heard(): Promise<string[]> {
  await excel.pane.waitForFunction(() => (window as unknown as { heard: string[] }).heard.length > 0);
  await excel.settled();
  return excel.pane.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
}

/** The top left corner of a cell on the screen. */
async function corner(row: number, column: number): Promise<{ x: number; y: number }> {
  const canvases = await excel.page.locator('[data-u-comp="render-canvas"]').all();
  const boxes = await Promise.all(canvases.map((canvas) => canvas.boundingBox()));
  const grid = boxes.findLast((box) => box && box.height > 300)!;
  return { x: grid.x + HEADER.width + column * CELL.width, y: grid.y + HEADER.height + row * CELL.height };
}

test('dragging the fill handle is one change of the cells that it fills', async () => {
  await excel.type('A1', 1);
  await excel.type('A2', 2);
  await heard();
  await excel.goTo('A1:A2');
  await excel.settled();
  const handle = await corner(2, 1);
  await excel.page.mouse.move(handle.x, handle.y);
  await excel.page.waitForTimeout(200); // The grid shows the handle only to a hand that rests on it.
  await excel.page.mouse.down();
  await excel.page.mouse.move(handle.x - 10, handle.y + 2.5 * CELL.height, { steps: 8 });
  await excel.page.waitForTimeout(200);
  await excel.page.mouse.up();
  expect(await heard()).toEqual(['RangeEdited A3:A5 Unknown']);
  expect(await excel.read('A1:A5')).toEqual([[1], [2], [3], [4], [5]]);
});

test('the same cells filled once more are heard of once more', async () => {
  await excel.undo();
  expect(await heard()).toEqual(['RangeEdited A3:A5 Unknown']);
  await excel.redo();
  expect(await heard()).toEqual(['RangeEdited A3:A5 Unknown']);
});
