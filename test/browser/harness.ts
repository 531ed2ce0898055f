/**
 * A person at Excel: presses ribbon buttons, goes to cells, types, pastes, undoes, looks. Knows nothing of the
 * add-in that runs in the pane. `read` asks the workbook through the pane's own office.js.
 */
import type { Browser, Frame, Locator, Page, Request } from 'playwright-core';
import { withClipboard } from './clipboard';

/**
 * This long without a request from the add-in, and it is taken to have finished. Add-in and workbook share a thread with
 * the clock that measures it, so all that is to happen sooner happens before, however slow the machine. The workbook
 * itself waits for 20 ms after an edit.
 */
const QUIET_MS = 50;
/** This long something may keep a test waiting, on the slowest of machines. */
const PATIENCE_MS = 100_000;

export type CellValue = string | number | boolean;

export interface Options {
  /** An empty workbook; otherwise the one that a first visitor finds. */
  readonly blank?: boolean;
  /** Leaves the add-in out as well: a pane with nothing but office.js. */
  readonly bare?: boolean;
  /** Changes the manifest that the ribbon is made of. */
  readonly manifest?: (text: string) => string;
  /** Where the page is; otherwise at the server of these tests. */
  readonly url?: string;
  /** Before the page is opened. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** Instead of a minute and a half something may keep a test waiting for so many milliseconds. */
  readonly patience?: number;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** office.js finds the workbook as it does in the add-in's own page. */
const BARE_PANE = `<!doctype html><title>Bare pane</title>
<script>parent.__embeddedHost.attach(window);</script><script src="/office-js/office.js"></script>
<script>Office.onReady();</script>`;

/** Shared with the files that the same worker of jest tests one after the other. */
declare const browser: Browser | undefined;

export async function openWorkbook(options: Options = {}): Promise<EmbeddedWorkbook> {
  const url = options.url ?? process.env.CELLVOLUTION_URL;
  if (!url || !browser)
    throw new Error(
      'No page to open: run `npm run test:browser`, which builds and serves one, and starts a browser.',
    );
  const page = await newPage(browser, new URL(url).origin);
  page.setDefaultTimeout(options.patience ?? PATIENCE_MS);
  await page.setViewportSize(options.viewport ?? { width: 1440, height: 900 });
  if (options.bare) {
    await page.route('**/embedded-pane.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: BARE_PANE }),
    );
  }
  const { manifest } = options;
  if (manifest) {
    await page.route('**/manifest.xml', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: manifest(await response.text()) });
    });
  }
  await options.prepare?.(page);
  const workbook = new EmbeddedWorkbook(page, options.blank || options.bare ? `${url}?blank` : url);
  await workbook.open();
  return workbook;
}

/**
 * A page in a window of its own, which shares nothing that is stored with any other: pages that are open, or have just been
 * closed, may still be keeping what was done in them.
 */
async function newPage(from: Browser, origin: string): Promise<Page> {
  const window = await from.newContext();
  await window.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  return window.newPage();
}

export class EmbeddedWorkbook {
  /** Requests that left this machine: there should be none. */
  readonly requests: string[] = [];
  /** What went wrong on the page: exceptions and console errors. */
  readonly errors: string[] = [];
  /** What the pages are loading: code of a command that is used for the first time, for example. */
  private readonly loading = new Set<Request>();
  /** How often something was loaded, or asked for in vain. */
  private loads = 0;
  private readonly nameBox: Locator;
  private paneFrame!: Frame;

  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    this.nameBox = page.locator('[data-u-comp="defined-name"] input');
    // What the page before has left unanswered is none of this one's.
    page.on('framenavigated', (frame) => frame === page.mainFrame() && this.loading.clear());
    page.on('requestfinished', (request) => this.loaded(request));
    page.on('requestfailed', (request) => this.loaded(request));
    page.on('request', (request) => {
      this.loading.add(request);
      if (!/^(https?:\/\/localhost[:/]|data:|blob:)/.test(request.url())) this.requests.push(request.url());
    });
    page.on('pageerror', (error) => this.errors.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  /** Opens the page's address: with `blank` a workbook that nobody has touched yet, else what the browser keeps, if any. */
  async open(): Promise<void> {
    await this.page.goto(this.url);
    await this.opened();
  }

  /** Loads the page anew, as after a crash or in a new tab. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.opened();
  }

  /** Does what has the page loaded anew, such as opening another document. */
  async goThere(action: () => Promise<unknown>): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await action();
    await loaded;
    await this.opened();
  }

  /** To be called when the page is being loaded anew; resolves when the workbook is there and the add-in has started. */
  async opened(): Promise<void> {
    await this.nameBox.waitFor();
    const frame = await (await this.page.waitForSelector('iframe[title="Task pane"]')).contentFrame();
    if (!frame) throw new Error('The task pane has no page.');
    this.paneFrame = frame;
    await this.paneReady();
    // Where the page presses a button for a first visitor, its command may make its first request long after the pane is ready.
    await this.page.waitForFunction(() => !document.querySelector('#ribbon [aria-busy]'));
    await this.settled();
  }

  /** As if the pane had been closed for good and opened again: its page starts anew, the workbook stays. */
  async reloadPane(): Promise<void> {
    await this.paneFrame.goto(this.paneFrame.url());
    await this.paneReady();
  }

  /** Takes the add-in away: the pane is left with nothing but office.js, through which `read` goes on. */
  async removeAddin(): Promise<void> {
    await this.page.route('**/embedded-pane.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: BARE_PANE }),
    );
    await this.reloadPane();
  }

  private async paneReady(): Promise<void> {
    // Whoever asks office.js whether it is ready has it take commands; so not before the add-in's own script has run, or a
    // command that comes in between finds nobody.
    await this.paneFrame.waitForFunction(
      () => document.readyState === 'complete' && 'Office' in window && 'Excel' in window,
    );
    await this.paneFrame.evaluate(async () => void (await Office.onReady()));
    await this.settled();
  }

  /** The task pane's page. */
  get pane(): Frame {
    return this.paneFrame;
  }

  /** Presses a ribbon button and waits until its command is completed. */
  async press(label: string): Promise<void> {
    await this.complete(this.ribbonButton(label));
  }

  /** Opens a menu of the ribbon, presses one of its items and waits until its command is completed. */
  async choose(menu: string, item: string): Promise<void> {
    await this.ribbonButton(menu).click();
    await this.complete(this.menu(menu).getByRole('menuitem', { name: item, exact: true }));
  }

  /** The open menu of a ribbon button. */
  menu(label: string): Locator {
    return this.page.locator('#ribbon').getByRole('menu', { name: label, exact: true });
  }

  private async complete(button: Locator): Promise<void> {
    const before = await button.getAttribute('data-completed');
    const id = (await button.getAttribute('id'))!;
    await button.click();
    await this.page.waitForFunction(
      ([wanted, count]) => document.getElementById(wanted)!.getAttribute('data-completed') !== count,
      [id, before] as const,
    );
    await this.settled();
  }

  ribbonButton(label: string): Locator {
    return this.page.locator('#ribbon').getByRole('button', { name: label, exact: true });
  }

  /** Types an address into the name box. */
  async goTo(address: string, sheet?: string): Promise<void> {
    if (sheet !== undefined) await this.sheet(sheet);
    await this.nameBox.click();
    await this.nameBox.fill(address);
    await this.nameBox.press('Enter');
    await this.selects(address);
  }

  /** The address in the name box. */
  selected(): Promise<string> {
    return this.nameBox.inputValue();
  }

  async type(address: string, text: string | number, sheet?: string): Promise<void> {
    await this.goTo(address, sheet);
    await this.page.keyboard.type(String(text));
    await this.page.keyboard.press('Enter');
    await this.settled();
  }

  /** Pastes rows of values, or tab-separated text, with the top left cell at an address. */
  async paste(
    address: string,
    cells: string | readonly (readonly CellValue[])[],
    sheet?: string,
  ): Promise<void> {
    const text = typeof cells === 'string' ? cells : cells.map((row) => row.join('\t')).join('\n');
    await this.goTo(address, sheet);
    await withClipboard(async () => {
      await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
      await this.page.keyboard.press('Control+V');
      await this.settled();
    });
  }

  /** Protects the sheet in front, or takes the protection off. */
  async protect(isOn = true): Promise<void> {
    await this.pane.evaluate(
      (on) =>
        Excel.run(async (context) => {
          const { protection } = context.workbook.worksheets.getActiveWorksheet();
          if (on) protection.protect();
          else protection.unprotect();
          await context.sync();
        }),
      isOn,
    );
  }

  async clear(address: string, sheet?: string): Promise<void> {
    await this.goTo(address, sheet);
    await this.page.keyboard.press('Delete');
    await this.settled();
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('Control+Z');
    await this.settled();
  }

  async redo(): Promise<void> {
    await this.page.keyboard.press('Control+Y');
    await this.settled();
  }

  /** Clicks a sheet's tab. */
  async sheet(name: string): Promise<void> {
    await this.tab(name).click();
    await this.settled();
  }

  tab(name: string): Locator {
    return this.page.locator('[data-u-comp="slide-tab-item"]').getByText(name, { exact: true });
  }

  /** Values as Excel gives them to an add-in, in full precision; without a sheet, of the active one. */
  read(address: string, sheet?: string): Promise<CellValue[][]> {
    return this.pane.evaluate(
      ([wanted, name]) =>
        Excel.run(async (context) => {
          const { worksheets } = context.workbook;
          const worksheet = name === null ? worksheets.getActiveWorksheet() : worksheets.getItem(name);
          const range = worksheet.getRange(wanted);
          range.load('values');
          await context.sync();
          return range.values as CellValue[][];
        }),
      [address, sheet ?? null] as const,
    );
  }

  /** Waits until the add-in has reacted to what was done last. */
  async settled(): Promise<void> {
    let before: number;
    do {
      before = this.loads;
      await this.quiet();
      await this.drawn();
    } while (this.loading.size > 0 || this.loads !== before);
  }

  private loaded(request: Request): void {
    this.loading.delete(request);
    this.loads += 1;
  }

  /** Code that has come has yet to run, and what it draws to be drawn. */
  private async drawn(): Promise<void> {
    if (this.paneFrame.isDetached()) return;
    await this.paneFrame.waitForFunction(() => !document.querySelector('[data-loading]'));
  }

  private async quiet(): Promise<void> {
    await this.page.evaluate(async (quiet) => {
      const host = (window as unknown as { __embeddedHost: { batches: number; idle(): Promise<void> } })
        .__embeddedHost;
      // On a slow machine the answer itself may reach the pane, which has the same thread, later than a timer ends: so the pause
      // lasts until that thread has nothing to do. (A page behind others may be given no idle time.)
      const pause = async () => {
        await new Promise((resolve) => setTimeout(resolve, quiet));
        await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 20 * quiet }));
      };
      let before: number;
      do {
        before = host.batches;
        await host.idle();
        // The add-in goes on when it is answered: it may ask for more, or has yet to draw.
        await pause();
      } while (host.batches !== before);
    }, QUIET_MS);
  }

  /** How many requests the add-in has made of the workbook so far. */
  requestCount(): Promise<number> {
    return this.page.evaluate(
      () => (window as unknown as { __embeddedHost: { batches: number } }).__embeddedHost.batches,
    );
  }

  /** Waits until the browser keeps everything. */
  async kept(): Promise<void> {
    await this.page.locator('.kept-state').getByText('Kept in this browser').waitFor();
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }

  async close(): Promise<void> {
    const window = this.page.context();
    await this.page.close();
    if (window.pages().length === 0) await window.close();
  }

  /**
   * Asks again and again until the answer is yes. (Playwright's waitForFunction takes the promise of an
   * asynchronous function for a yes.)
   * @throws Error that says what was waited for in vain
   */
  async until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await isSo())) {
      if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}.`);
      await this.page.waitForTimeout(30);
    }
  }

  /** The name box may show a name instead of the address, so the selection itself is asked for. */
  private async selects(address: string): Promise<void> {
    const wanted = address.toUpperCase();
    await this.until(`${wanted} is selected`, async () => (await this.selection()) === wanted);
  }

  /** The selected cells as Excel tells them to an add-in, without the sheet. */
  private selection(): Promise<string> {
    return this.pane.evaluate(() =>
      Excel.run(async (context) => {
        const range = context.workbook.getSelectedRange();
        range.load('address');
        await context.sync();
        return range.address.split('!').at(-1)!;
      }),
    );
  }
}
