import { type Browser, chromium, type Page } from 'playwright-core';

// taskpane.html and help.html as somebody meets them who follows a link, without Excel around.
let browser: Browser;
beforeAll(async () => {
  browser = await chromium.connect(process.env.CELLVOLUTION_BROWSER!);
});
afterAll(() => browser.close());

async function visit(address: string, prepare: (page: Page) => Promise<unknown> = async () => undefined) {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  await prepare(page);
  await page.goto(process.env.CELLVOLUTION_URL + address);
  return { page, errors };
}

test('the pane, opened outside of Excel, says what it is and how to get in', async () => {
  const { page, errors } = await visit('taskpane.html');
  await page.getByRole('heading', { name: 'This page belongs in Excel' }).waitFor();
  expect(await page.locator('body').innerText()).toContain('task pane of Cellvolution, an add-in for Excel');
  // Nothing has looked for the workbook: there is no `Excel` here to ask.
  expect(await page.evaluate(() => 'Excel' in window)).toBe(false);
  expect(errors).toEqual([]);
  await page.getByRole('link', { name: 'How to get it into Excel' }).click();
  await page.getByRole('heading', { name: 'Get it into Excel' }).waitFor();
  await page.close();
});

test('the pane without office.js says what is missing', async () => {
  const { page, errors } = await visit('taskpane.html', (fresh) =>
    fresh.route('**/office-js/office.js', (route) => route.abort()),
  );
  await page.getByText('could not be loaded from appsforoffice.microsoft.com').waitFor();
  expect(errors).toEqual([]);
  await page.close();
});

test('the help page offers the manifest, and shows the headers that a site is to send', async () => {
  const { page, errors } = await visit('help.html');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'manifest.xml' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('manifest.xml');
  const headers = await page.locator('pre').allInnerTexts();
  expect(headers).toEqual([
    expect.stringContaining("frame-ancestors 'self'"),
    expect.stringContaining("frame-ancestors 'self' https://*.cloud.microsoft"),
  ]);
  expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).display)).toBe('flex');
  expect(errors).toEqual([]);
  await page.close();
});
