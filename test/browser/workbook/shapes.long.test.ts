import { type EmbeddedWorkbook, openWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ bare: true });
});
afterAll(() => excel.close());

/** Headers of rows and columns, and the usual cell, in pixels. */
const HEADER = { width: 46, height: 20 };
const CELL = { width: 64, height: 20 };

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where on the grid's canvas the colour of our shapes is; null if nowhere. */
function inked(): Promise<Box | null> {
  return excel.page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let i = 0; i < 3; i++) await frame();
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[id^="univer-sheet-main-canvas"]')!;
    const { data, width } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let box: Box | null = null;
    for (let i = 0; i < data.length; i += 4) {
      if (data[i] < 200 || data[i + 1] > 60 || data[i + 2] < 200) continue;
      const [x, y] = [(i / 4) % width, Math.floor(i / 4 / width)];
      box ??= { left: x, top: y, right: x, bottom: y };
      box = {
        left: Math.min(box.left, x),
        top: Math.min(box.top, y),
        right: Math.max(box.right, x),
        bottom: Math.max(box.bottom, y),
      };
    }
    return box;
  });
}

/** Our shape's outline, two pixels wide, stands around these cells (zero-based). */
async function expectAround(column: number, row: number, columns: number, rows: number): Promise<void> {
  const left = HEADER.width + column * CELL.width;
  const top = HEADER.height + row * CELL.height;
  expect(await inked()).toEqual({
    left: left - 1,
    top: top - 1,
    right: left + columns * CELL.width,
    bottom: top + rows * CELL.height,
  });
}

/** Puts the shape named `field` around cells, and makes it if there is none. */
const frame = (address: string, change: { visible?: boolean } = {}) =>
  excel.pane.evaluate(
    ([wanted, more]) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const range = sheet.getRange(wanted).load('left,top,width,height');
        let shape = sheet.shapes.getItemOrNullObject('field');
        await context.sync();
        if (shape.isNullObject) {
          shape = sheet.shapes.addGeometricShape('Rectangle');
          shape.name = 'field';
          shape.fill.clear();
          shape.lineFormat.set({ color: '#FF00FF', weight: 1.5 });
        }
        const { left, top, width, height } = range;
        shape.set({ left, top, width, height, ...more });
        await context.sync();
      }),
    [address, change] as const,
  );

/** Each test finds the shape around C3:E6, and nothing scrolled. */
beforeEach(() => frame('C3:E6', { visible: true }));

const middleOf = (column: number, row: number) => {
  const grid = excel.page.locator('canvas[id^="univer-sheet-main-canvas"]');
  return grid.boundingBox().then((box) => ({
    x: box!.x + HEADER.width + (column + 0.5) * CELL.width,
    y: box!.y + HEADER.height + (row + 0.5) * CELL.height,
  }));
};

test('a shape is drawn around its cells, moves, hides and shows', async () => {
  await frame('C3:D6');
  await expectAround(2, 2, 2, 4);
  await frame('E8:E8');
  await expectAround(4, 7, 1, 1);
  await frame('E8:E8', { visible: false });
  expect(await inked()).toBeNull();
  await frame('C3:E6', { visible: true });
  await expectAround(2, 2, 3, 4);
});

test('a click and a drag go through a shape to the cells', async () => {
  const { x, y } = await middleOf(3, 3);
  await excel.page.mouse.click(x, y);
  await excel.until('D4 is selected', async () => (await excel.selected()) === 'D4');
  const end = await middleOf(4, 5);
  await excel.page.mouse.move(x, y);
  await excel.page.mouse.down();
  await excel.page.mouse.move(end.x, end.y, { steps: 4 });
  await excel.page.mouse.up();
  const selected = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange().load('address');
      await context.sync();
      return range.address;
    }),
  );
  expect(selected).toBe('Sheet1!D4:E6');
});

/** Turns the wheel, in pixels, and waits until the shape is drawn somewhere else. */
async function scroll(down: number): Promise<Box> {
  const before = await inked();
  let after = before;
  await excel.page.mouse.wheel(0, down);
  await excel.until('the shape has scrolled', async () => {
    const previous = after;
    after = await inked();
    // Scrolling may take several paintings; it is over when two of them are alike.
    const isStill = JSON.stringify(after) === JSON.stringify(previous);
    return isStill && after !== null && after.bottom !== before?.bottom;
  });
  return after!;
}

test('a shape scrolls with its cells, also when the wheel turns over it', async () => {
  const { x, y } = await middleOf(3, 4);
  await excel.page.mouse.move(x, y);
  const before = (await inked())!;
  const after = await scroll(40);
  expect(after.bottom).toBe(before.bottom - 40);
  // Its upper edge is under the headers now.
  expect(after.top).toBeGreaterThanOrEqual(HEADER.height);
  expect(after).toMatchObject({ left: before.left, right: before.right });
  await scroll(-400);
  await expectAround(2, 2, 3, 4);
});

test('a shape keeps to its cells when columns get narrower', async () => {
  const width = (points: number) =>
    excel.pane.evaluate(
      (wanted) =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getActiveWorksheet();
          sheet.getRange('A:B').format.columnWidth = wanted;
          await context.sync();
        }),
      points,
    );
  const before = (await inked())!;
  await width(24);
  const after = (await inked())!;
  expect(after.left).toBe(before.left - 64);
  expect(after.right).toBe(before.right - 64);
  await width(48);
  await expectAround(2, 2, 3, 4);
});

test('frozen rows cover a shape that is scrolled below them, and keep one that is in them', async () => {
  const freeze = (rows: number) =>
    excel.pane.evaluate(
      (count) =>
        Excel.run(async (context) => {
          const { freezePanes } = context.workbook.worksheets.getActiveWorksheet();
          if (count) freezePanes.freezeRows(count);
          else freezePanes.unfreeze();
          await context.sync();
        }),
      rows,
    );
  await freeze(3);
  await frame('C6:D9');
  const { x, y } = await middleOf(3, 6);
  await excel.page.mouse.move(x, y);
  const covered = await scroll(60);
  expect(covered.top).toBeGreaterThanOrEqual(HEADER.height + 3 * CELL.height);
  expect(covered.bottom).toBeLessThan(HEADER.height + 9 * CELL.height);
  await frame('C1:D2');
  expect((await inked())!.bottom).toBe(HEADER.height + 2 * CELL.height);
  await frame('C6:D9');
  await scroll(-400);
  await freeze(0);
});

test('a shape is shown on its own sheet only', async () => {
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.add('Other').activate();
      await context.sync();
    }),
  );
  expect(await inked()).toBeNull();
  await excel.sheet('Sheet1');
  await expectAround(2, 2, 3, 4);
});

test('a deleted shape is not drawn any more', async () => {
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().shapes.getItem('field').delete();
      await context.sync();
    }),
  );
  expect(await inked()).toBeNull();
  expect(excel.errors).toEqual([]);
});

test('sixty shapes follow the arrow keys', async () => {
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Sixty');
      sheet.activate();
      for (let i = 0; i < 60; i++) {
        const shape = sheet.shapes.addGeometricShape('Rectangle');
        shape.fill.clear();
        shape.lineFormat.color = '#FF00FF';
        shape.set({ left: 48 * (i % 10), top: 15 * (i / 10), width: 48, height: 15 });
      }
      const answered: string[] = [];
      Object.assign(window, { answered });
      sheet.shapes.load('items');
      sheet.onSelectionChanged.add(async ({ address }) => {
        await Excel.run(sheet, async () => {
          const row = Number(/\d+/.exec(address)![0]);
          sheet.shapes.items.forEach((shape, i) =>
            shape.set({ left: 48 * (i % 10) + row, top: 15 * (i / 10) + row, width: 48 + row, height: 15 }),
          );
          await context.sync();
        });
        answered.push(address);
      });
      await context.sync();
    }),
  );
  await excel.goTo('D4');
  for (let row = 5; row <= 16; row++) {
    await excel.page.keyboard.press('ArrowDown');
    await excel.until(`the selection of D${row} is answered`, async () =>
      (await excel.pane.evaluate(() => (window as unknown as { answered: string[] }).answered)).includes(
        `D${row}`,
      ),
    );
  }
  const ends = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const cell = context.workbook.getActiveCell().load('rowIndex');
      const { shapes } = context.workbook.worksheets.getActiveWorksheet();
      shapes.load('items/left,items/top');
      await context.sync();
      return { row: cell.rowIndex + 1, places: shapes.items.map(({ left, top }) => [left, top]) };
    }),
  );
  expect(ends.places).toEqual(
    Array.from({ length: 60 }, (_, i) => [48 * (i % 10) + ends.row, 15 * (i / 10) + ends.row]),
  );
  await excel.sheet('Sheet1');
});
