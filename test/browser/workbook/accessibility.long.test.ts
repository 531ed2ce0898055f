import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { VALUES } from '../lesson4/lesson4';
import { faultsOf } from './axe';

// The page that plays Excel, for every hand and eye: axe finds nothing serious or critical in it, Univer's controls have
// names, all can be done by keyboard, and nothing is out of reach where the page is zoomed or small. The pane's page is its own.
let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook();
});
afterAll(() => excel.close());

/** What a person may have open on the page, and how it is left. */
const STATES: readonly (readonly [string, () => Promise<unknown>, () => Promise<unknown>])[] = [
  ['a notebook', async () => undefined, async () => undefined],
  [
    'the tab File',
    () => excel.page.getByRole('tab', { name: 'File' }).click(),
    () => excel.page.getByRole('tab', { name: 'Cellvolution' }).click(),
  ],
  [
    'the list of number formats',
    async () => {
      await excel.page.getByRole('tab', { name: 'Home' }).click();
      await excel.page.getByRole('button', { name: 'Number format' }).click();
    },
    async () => {
      await excel.page.keyboard.press('Escape');
      await excel.page.getByRole('tab', { name: 'Cellvolution' }).click();
    },
  ],
  ['the menu New', () => excel.ribbonButton('New').click(), () => excel.page.keyboard.press('Escape')],
  [
    'the list of sheets',
    () => excel.page.getByRole('button', { name: 'All sheets' }).click(),
    () => excel.page.keyboard.press('Escape'),
  ],
  [
    'a cell that is being typed into',
    async () => {
      await excel.goTo('AE12', VALUES);
      await excel.page.keyboard.type('2');
    },
    () => excel.page.keyboard.press('Escape'),
  ],
];

test('the buttons beside the formula bar have the names that Excel gives them, and do what they say', async () => {
  const before = await excel.read('AE12', VALUES);
  const button = (name: string) => excel.page.getByRole('button', { name, exact: true });
  await excel.goTo('AE12', VALUES);
  await excel.page.keyboard.type('2');
  await button('Cancel').click();
  await excel.settled();
  expect(await excel.read('AE12', VALUES)).toEqual(before);
  await excel.goTo('AE12', VALUES);
  await excel.page.keyboard.type('2');
  await button('Enter').click();
  await excel.settled();
  expect(await excel.read('AE12', VALUES)).toEqual([[2]]);
  expect(await button('Insert function').count()).toBe(1);
});

describe.each([
  ['as it is', {}],
  ['dark', { colorScheme: 'dark' }],
  ['in forced colours', { forcedColors: 'active' }],
] as const)('%s', (look, media) => {
  beforeAll(() => excel.page.emulateMedia(media));
  afterAll(() => excel.page.emulateMedia({ colorScheme: null, forcedColors: null }));

  test.each(STATES)('axe finds nothing serious in %s', async (state, open, leave) => {
    await open();
    expect(await faultsOf(excel.page, `${state}, ${look}`)).toEqual([]);
    await leave();
  });
});

test("Univer's controls have names, and are reached and pressed by keyboard alone", async () => {
  const { page } = excel;
  const { keyboard } = page;
  await excel.goTo('AE12', VALUES);
  await goTo('Name box');
  expect(await page.getByRole('textbox', { name: 'Name box' }).inputValue()).toBe('AE12');
  const zoom = page.locator('footer').getByRole('button', { name: '%' });
  const before = await zoom.innerText();
  await goTo('New sheet', 'Zoom in');
  await keyboard.press('Enter');
  await excel.until('the page is zoomed', async () => (await zoom.innerText()) !== before);
  await goTo('New sheet', 'Zoom out');
  await keyboard.press('Space');
  await excel.until('it is no more', async () => (await zoom.innerText()) === before);
  const tabs = page.getByRole('tablist', { name: 'Sheet tabs' }).getByRole('tab');
  const count = await tabs.count();
  await goTo('New sheet');
  await keyboard.press('Enter');
  await tabs.nth(count).waitFor();
});

/** Presses F6 until a part of the page has the keyboard, and then Tab until one of its controls has it. */
async function goTo(part: 'Name box' | 'New sheet', control: string = part): Promise<void> {
  await pressUntil('F6', part);
  await pressUntil('Tab', control);
}

async function pressUntil(key: string, name: string): Promise<void> {
  const wanted = excel.page.locator(`#grid [aria-label="${name}"]`);
  for (let pressed = 0; pressed < 15; pressed++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await excel.page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to "${name}".`);
}

test('the pane is made wider and narrower by keyboard', async () => {
  const edge = excel.page.getByRole('separator', { name: 'Width of the task pane' });
  const width = async () => (await excel.page.locator('#pane').boundingBox())!.width;
  const told = async () => Number(await edge.getAttribute('aria-valuenow'));
  const [before, toldBefore] = [await width(), await told()];
  await edge.press('ArrowLeft');
  expect(await width()).toBe(before + 20);
  expect(await told()).toBe(toldBefore + 20);
  await edge.press('ArrowRight');
  expect(await width()).toBe(before);
});

test.each([
  ['zoomed to 200 % at 1280×720', 640, 360],
  ['320 pixels wide', 320, 640],
])('%s, grid and pane are whole, and nothing has to be scrolled sideways', async (state, width, height) => {
  const { page } = excel;
  await page.setViewportSize({ width, height });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  for (const part of ['#grid', '#pane']) {
    await page.locator(part).scrollIntoViewIfNeeded();
    const box = (await page.locator(part).boundingBox())!;
    expect(box.width).toBeGreaterThanOrEqual(280);
    expect(box.height).toBeGreaterThanOrEqual(300);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
  }
  expect(await faultsOf(page, state)).toEqual([]);
});
