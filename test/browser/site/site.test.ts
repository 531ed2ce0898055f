import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { number, PROBABILITY, STEP, VALUES } from '../lesson4/lesson4';
import { staticHost, type StaticHost } from './staticHost';

// The site that `npm run build -- --env url=…` makes, on a host of static files, under a path. The files were built for
// another address than this one. There is no network here, so what Microsoft's CDN would send comes from node_modules.
const pages = process.env.CELLVOLUTION_PAGES!;
const library = path.join(path.dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const UNDER = '/school/cellvolution/';

describe.each([
  ['that sends no headers', () => undefined],
  ['that sends the headers which help.html shows', headersOfHelp()],
])('a host %s', (_, policyOf) => {
  let host: StaticHost;
  let excel: EmbeddedWorkbook;
  const addresses: string[] = [];
  const refusals: string[] = [];

  beforeAll(async () => {
    host = await staticHost(pages, UNDER, policyOf);
    excel = await openWorkbook({ url: host.url, prepare: watched });
    // On a busy machine the page is there before the button that it presses for a first visitor has done its work.
    await excel.page.locator('[data-u-comp="slide-tab-item"]').getByText(VALUES, { exact: true }).waitFor();
    await excel.settled();
  });
  afterAll(async () => {
    await excel.close();
    host.close();
  });

  async function watched(page: Page): Promise<void> {
    page.on('request', (request) => addresses.push(request.url()));
    await page.exposeFunction('refused', (what: string) => refusals.push(what));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        (window as unknown as { refused(what: string): void }).refused(`${effectiveDirective} ${blockedURI}`),
      );
    });
    await page.route(`${CDN}**`, (route) =>
      route.fulfill({ path: path.join(library, new URL(route.request().url()).pathname.slice(14)) }),
    );
  }

  test('the page opens with a notebook, ribbon and pane', async () => {
    expect((await excel.read('A1', VALUES))[0]).toEqual(['Input']);
    expect(await number(excel, STEP)).toBe(0);
    expect(await excel.pane.getByRole('img', { name: 'Image on the page' }).count()).toBe(1);
    const icons = excel.page.locator('#ribbon img');
    const drawn = (each: Element[]) => each.filter((icon) => (icon as HTMLImageElement).naturalWidth > 0);
    expect(await icons.evaluateAll((each) => each.length)).toBeGreaterThan(10);
    expect((await icons.evaluateAll(drawn)).length).toBe(await icons.count());
  });

  test('an edit changes the prediction, a step changes the weights, and a run goes on in its worker', async () => {
    const before = await number(excel, PROBABILITY);
    await excel.type('AE12', 2, VALUES);
    const after = await number(excel, PROBABILITY);
    expect(after).not.toBe(before);
    await excel.press('Step');
    expect(await number(excel, STEP)).toBe(1);
    expect(await number(excel, 'AE12')).not.toBe(2);
    await excel.type('EW7', 30, VALUES);
    await excel.press('Run');
    await excel.until('30 steps are taken', async () => (await number(excel, STEP)) === 31);
    // One that cannot load is ended, and the run goes on without it.
    expect(excel.page.workers().length).toBe(1);
  });

  test('no request has left the path of the site, but for office.js, and no policy was met', () => {
    const elsewhere = addresses.filter((each) => !each.startsWith(host.url) && !/^(data|blob):/.test(each));
    expect(elsewhere).toContain(`${CDN}office.js`);
    expect(elsewhere.filter((each) => !each.startsWith(CDN))).toEqual([]);
    expect(host.missing).toEqual([]);
    expect(refusals).toEqual([]);
    expect(excel.errors).toEqual([]);
  });

  test('help.html leads here, and offers the manifest for the address that the site was built for', async () => {
    const page = await excel.page.context().newPage();
    await page.goto(`${host.url}help.html`);
    expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).display)).toBe('flex');
    const link = page.getByRole('link', { name: 'manifest.xml' });
    expect(await link.evaluate((each) => (each as HTMLAnchorElement).href)).toBe(`${host.url}manifest.xml`);
    expect(fs.readFileSync(path.join(pages, 'manifest.xml'), 'utf8')).toContain(
      '<SourceLocation DefaultValue="https://example.org/school/cellvolution/taskpane.html"',
    );
    await page.getByRole('link', { name: 'Try it on a page that plays Excel' }).click();
    await page.waitForURL(host.url);
    await page.close();
  });
});

/** What somebody copies out of the help page into the configuration of a server. */
function headersOfHelp(): (file: string) => string | undefined {
  const help = fs.readFileSync(path.join(pages, 'help.html'), 'utf8');
  const [workbook, others] = [...help.matchAll(/<pre>Content-Security-Policy: ([^<]*)<\/pre>/g)].map(
    ([, policy]) => policy.replaceAll('&amp;', '&'),
  );
  return (file) => (file === 'help.html' ? undefined : file === 'index.html' ? workbook : others);
}
