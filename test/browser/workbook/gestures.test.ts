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
      sheet.names.add('block', sheet.getRange('C4:D5'));
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
  const handle = await corner(2, 1);
  await excel.page.mouse.move(handle.x, handle.y);
  await excel.page.mouse.down();
  await excel.page.mouse.move(handle.x - 10, handle.y + 2.5 * CELL.height, { steps: 8 });
  await excel.page.mouse.up();
  expect(await heard()).toEqual(['RangeEdited A3:A5 Unknown']);
  expect(await excel.read('A1:A5')).toEqual([[1], [2], [3], [4], [5]]);
});

test('a row inserted with the menu of its header moves the names below it', async () => {
  const header = await corner(1, 0);
  await excel.page.mouse.click(header.x - 20, header.y + 10, { button: 'right' });
  await excel.page.getByText('rows above').click();
  expect(await heard()).toEqual(['RowInserted 2:2 Unknown']);
  const address = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().names.getItem('block').getRange();
      range.load('address');
      await context.sync();
      return range.address;
    }),
  );
  expect(address).toBe('Sheet1!C5:D6');
});
