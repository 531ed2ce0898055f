import { openWorkbook, type EmbeddedWorkbook } from './harness';
import { messages, number, runEnded, STEP, VALUES } from './lesson4/lesson4';

// The content security policies are on, as a meta tag of each page and as a header of each file, and nothing that a person
// does meets them: neither in the pane, nor in its worker, nor in the embedded workbook around it.
const MARKUP = '<img src=x onerror=top.wasRun=1>';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ blank: true });
  await excel.page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
      // What a worker meets comes to the console; what a page meets, here.
      console.error(`Policy: ${effectiveDirective} of ${blockedURI} in ${sourceFile}`),
    );
  });
  await excel.open();
});
afterAll(() => excel.close());

test('a script that gets into a page by another way than its own files does not run', async () => {
  for (const place of [excel.pane, excel.page]) {
    await place.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.top.wasRun = 1';
      document.body.append(script);
      const frame = document.createElement('div');
      frame.innerHTML = '<img src="missing.png" onerror="window.top.wasRun = 1">';
      document.body.append(frame);
      return new Promise((resolve) => frame.firstChild!.addEventListener('error', resolve));
    });
  }
  expect(await wasRun()).toBe(false);
  // The listener hears of what is refused: two in each page, each by the meta tag and by the header.
  const refused = excel.errors.filter((error) => error.startsWith('Policy: script-src'));
  expect(refused.length).toBe(8);
  await excel.open();
  excel.errors.splice(0);
});

test('a notebook is drawn, stepped, run in a worker, explained and evaluated', async () => {
  const modules = new Set<string>();
  excel.page.on('response', (response) => {
    if (response.url().endsWith('.wasm'))
      modules.add(response.request().serviceWorker() ? 'other' : 'kernels');
  });
  await excel.press('Lesson 4');
  await excel.press('Step');
  const worker = excel.page.waitForEvent('worker');
  await excel.press('Run');
  const response = await excel.page.request.get((await worker).url());
  expect(response.headers()['content-security-policy']).toContain("worker-src 'self'");
  await runEnded(excel);
  expect(await number(excel, STEP)).toBe(201);
  await excel.press('Explain cell');
  await excel.goTo('AK11', VALUES);
  await excel.settled();
  await excel.press('Filter sheet');
  await excel.press('Evaluate');
  await excel.press('Show formulas');
  expect(excel.errors).toEqual([]);
});

test('pictures and tables are imported, and a digit is drawn', async () => {
  await excel.sheet(VALUES);
  await excel.pane.getByRole('tab', { name: 'Images' }).click();
  const picture = await excel.page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [28, 28];
    canvas.getContext('2d')!.fillRect(4, 4, 9, 9);
    return canvas.toDataURL('image/png').split(',')[1];
  });
  const files = ['7', 'other'].map((label) => ({
    name: `${label}-1.png`,
    mimeType: 'image/png',
    buffer: Buffer.from(picture, 'base64'),
  }));
  await excel.pane.locator('input[type=file]').first().setInputFiles(files);
  await excel.pane
    .getByText(/2 of them|now kept/)
    .first()
    .waitFor();
  await excel.settled();
  expect(excel.errors).toEqual([]);
});

test('text from cells and files never becomes markup', async () => {
  const row = (label: string) => [label, ...new Array<number>(784).fill(1)].join(',');
  const buffer = Buffer.from(`${row(MARKUP)}\n${row('b')}`);
  const file = { name: '<b>mine<b>.csv', mimeType: 'text/csv', buffer };
  await excel.pane.locator('input[type=file]').first().setInputFiles(file);
  await excel.pane.getByText('<b>mine<b>').first().waitFor();
  await excel.settled();
  await excel.type('AE12', MARKUP, VALUES);
  expect(await messages(excel)).toContain(MARKUP);
  for (const place of [excel.pane, excel.page]) expect(await place.locator('img[src=x]').count()).toBe(0);
  expect(await wasRun()).toBe(false);
  expect(excel.errors).toEqual([]);
});

const wasRun = () => excel.page.evaluate(() => 'wasRun' in window);
