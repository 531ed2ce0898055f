import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { VALUES } from './lesson4';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook();
});
afterAll(() => excel.close());

// The grid is a canvas, so a hand finds its way by measure: columns of 28 pixels after a header of 46; the lower edge
// of row 12 stands 288 pixels below the grid's, under formula bar, column header and rows of 20 pixels.
const COLUMN = 28;
const rightOf = (column: number) => 46 + (column + 1) * COLUMN;
const ROW_12 = 288;

test('dragging the fill handle over a filter row recomputes its map at once', async () => {
  const map = await excel.read('AH3:BG28', VALUES);
  await excel.type('AD12', 0.5, VALUES);
  const top = (await excel.page.locator('#grid').boundingBox())!.y;
  const { mouse } = excel.page;
  // A hand is slow: the handle is only there once the pointer has been seen over it.
  const look = () => excel.page.waitForTimeout(400);
  await mouse.click(rightOf(29) - COLUMN / 2, top + ROW_12 - 10);
  await look();
  expect(await excel.selected()).toBe('AD12');
  await mouse.move(rightOf(29), top + ROW_12);
  await look();
  await mouse.down();
  await mouse.move(rightOf(30) - 9, top + ROW_12 - 3, { steps: 6 });
  await mouse.move(rightOf(31) - 12, top + ROW_12 - 5, { steps: 6 });
  await look();
  await mouse.up();
  await look();
  await excel.settled();
  expect(await excel.read('AD12:AF12')).toEqual([[0.5, 0.5, 0.5]]);

  const filled = await excel.read('AH3:BG28');
  expect(filled).not.toEqual(map);
  for (const cell of ['AE12', 'AF12']) await excel.type(cell, 0.5);
  expect(await excel.read('AH3:BG28')).toEqual(filled);
});
