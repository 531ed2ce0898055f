import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { VALUES } from './lesson4';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  // At 100 %: only a first visitor's page is zoomed out.
  excel = await openWorkbook({ blank: true });
  await excel.press('Lesson 4');
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
  // The grid now and then drops a drag whose cells it draws anew at that moment; a hand then drags again.
  const isFilled = async () => (await excel.read('AF12'))[0][0] === 0.5;
  for (let tries = 0; tries < 5 && !(await isFilled()); tries++) await dragFromAD12ToAF12();
  expect(await excel.read('AD12:AF12')).toEqual([[0.5, 0.5, 0.5]]);

  const filled = await excel.read('AH3:BG28');
  expect(filled).not.toEqual(map);
  for (const cell of ['AE12', 'AF12']) await excel.type(cell, 0.5);
  expect(await excel.read('AH3:BG28')).toEqual(filled);
});

async function dragFromAD12ToAF12(): Promise<void> {
  const top = (await excel.page.locator('#grid').boundingBox())!.y;
  const handle = { x: rightOf(29), y: top + ROW_12 };
  const { mouse } = excel.page;
  // Not by a click: with the press on the handle it could be a double click.
  await excel.goTo('AD12');
  await mouse.move(handle.x - COLUMN / 2, handle.y - 10);
  await excel.page.waitForFunction(cursorIs, [handle.x - COLUMN / 2, handle.y - 10, 'default'] as const);
  // Like a hand, drag only once the pointer over the handle has become a cross.
  await mouse.move(handle.x, handle.y, { steps: 4 });
  await excel.page.waitForFunction(cursorIs, [handle.x, handle.y, 'crosshair'] as const);
  await mouse.down();
  for (let x = handle.x; x <= rightOf(31) - 12; x += 6) {
    await mouse.move(x, handle.y - 5);
    await excel.page.evaluate(painted);
  }
  await mouse.up();
  await excel.settled();
}

/** The grid follows the pointer frame by frame. */
function painted(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

function cursorIs([x, y, cursor]: readonly [number, number, string]): boolean {
  return getComputedStyle(document.elementFromPoint(x, y)!).cursor === cursor;
}
