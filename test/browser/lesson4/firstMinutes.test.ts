import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { GRADIENTS, VALUES } from './lesson4';

/** A small laptop. */
const VIEWPORT = { width: 1280, height: 720 };

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ viewport: VIEWPORT });
  await excel.tab(VALUES).waitFor();
  await excel.settled();
});
afterAll(() => excel.close());

const intro = () => excel.pane.getByRole('region', { name: 'First steps' });
const walk = () => excel.pane.getByRole('region', { name: 'Guided walk' });

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where cells are on the screen while the sheet is not scrolled, in pixels from the grid's corner. */
async function boxOf(address: string): Promise<Box> {
  const [zoom, cells] = await Promise.all([
    excel.page.getByText(/^\d+%$/).innerText(),
    excel.pane.evaluate(
      ([wanted, name]) =>
        Excel.run(async (context) => {
          const range = context.workbook.worksheets.getItem(name).getRange(wanted);
          range.load('left,top,width,height');
          await context.sync();
          const { left, top, width, height } = range;
          return { left, top, width, height };
        }),
      [address, VALUES] as const,
    ),
  ]);
  const scale = parseInt(zoom, 10) / 100;
  // Headers of 46 and 20 pixels, below a formula bar of 28; points are 4/3 of a pixel.
  const x = (points: number) => scale * (46 + (points * 4) / 3);
  const y = (points: number) => 28 + scale * (20 + (points * 4) / 3);
  return {
    left: x(cells.left),
    top: y(cells.top),
    right: x(cells.left + cells.width),
    bottom: y(cells.top + cells.height),
  };
}

test('at first sight the image, a filter and its map are in view, and the pane says what to do', async () => {
  const grid = (await excel.page.locator('#grid').boundingBox())!;
  for (const cells of ['A2:AB29', 'AD11:AF13', 'AH3:BG28']) {
    const { left, top, right, bottom } = await boxOf(cells);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThan(grid.width);
    // The tabs of the sheets stand below.
    expect(bottom).toBeLessThan(grid.height - 36);
  }
  expect(await intro().innerText()).toContain('This sheet is a neural network');
  const button = (await intro().getByRole('button', { name: 'Show me around' }).boundingBox())!;
  expect(button.y + button.height).toBeLessThan(VIEWPORT.height);
});

const title = () => walk().getByRole('heading').innerText();
const press = async (name: string) => {
  await walk().getByRole('button', { name, exact: true }).click();
  await excel.settled();
};

test('the walk selects what it speaks of, and notices what was done', async () => {
  await intro().getByRole('button', { name: 'Show me around' }).click();
  await excel.settled();
  expect(await title()).toBe('Look at the image');
  expect(await excel.selected()).toBe('input.channel1');
  await press('Next');

  expect(await title()).toBe('Change a filter');
  expect(await excel.selected()).toBe('AE12');
  expect(await walk().getByText('Done.').count()).toBe(0);
  await excel.type('AE12', 2);
  await walk().getByText('Done.').waitFor();
  await press('Next');

  expect(await excel.selected()).toBe('conv1.map1');
  await press('Next');

  expect(await title()).toBe('Take a step');
  await press('Take a step');
  await walk().getByText('Done.').waitFor();
  await press('Next');

  expect(await excel.selected()).toBe('AE12');
  expect(await excel.pane.evaluate(sheetInFront)).toBe(GRADIENTS);
  await press('Next');

  expect(await title()).toBe('Train');
  await press('Start a run');
  await walk().getByText('Done.').waitFor();
  await excel.pane.getByText('Step 201').waitFor();
  await press('End');
  expect(await walk().count()).toBe(0);
});

test('a walk that was left is gone on with where it was left', async () => {
  await excel.pane.getByRole('button', { name: 'Show me around' }).click();
  await excel.settled();
  await press('Next');
  await press('Leave');
  expect(await walk().count()).toBe(0);
  await excel.pane.getByRole('button', { name: 'Go on with the walk' }).click();
  await excel.settled();
  expect(await title()).toBe('Change a filter');
  await press('Leave');
  expect(excel.errors).toEqual([]);
});

function sheetInFront(): Promise<string> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.load('name');
    await context.sync();
    return sheet.name;
  });
}
