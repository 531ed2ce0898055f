import type { Page, Route } from 'playwright-core';

// Before any script has run, and while the workbook is being opened, the page and the pane say so.
declare const browser: import('playwright-core').Browser;

let page: Page;
/** Scripts that the page asks for wait here. */
const held: Route[] = [];
beforeAll(async () => {
  page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();
});
afterAll(() => page.context().close());

/** Holds back the next script of that name, and resolves when it is asked for. */
function holds(name: string): Promise<void> {
  return new Promise(
    (resolve) =>
      void page.route(
        `**/${name}*`,
        (route) => {
          held.push(route);
          resolve();
        },
        { times: 1 },
      ),
  );
}

test('"Opening the workbook…" stands in the middle of the page until the workbook is there', async () => {
  const asked = holds('workbook.js');
  await page.goto(process.env.CELLVOLUTION_URL!, { waitUntil: 'commit' });
  await asked;
  const sign = page.getByText('Opening the workbook…');
  await sign.waitFor();
  const { x, y, width, height } = (await sign.boundingBox())!;
  expect([Math.round(x + width / 2), Math.round(y + height / 2)]).toEqual([640, 360]);
  expect(await page.locator('.pane-close').isVisible()).toBe(false);
});

test('then the pane says that it starts, until it has', async () => {
  const asked = holds('taskpane.js');
  await held.pop()!.continue();
  await asked;
  expect(await page.getByText('Opening the workbook…').count()).toBe(0);
  expect(await page.locator('.pane-close').isVisible()).toBe(true);
  const pane = page.frameLocator('.pane-frame');
  await pane.getByText('Starting Cellvolution…').waitFor();
  await held.pop()!.continue();
  await pane.getByRole('button', { name: 'Step', exact: true }).waitFor();
  expect(await pane.getByText('Starting Cellvolution…').count()).toBe(0);
});
