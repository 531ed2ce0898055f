// Where tests in a browser run. All files of one worker share a window of the browser, so that it has to fetch and to
// compile the pages once; each file opens a page of its own in it and finds nothing there that another one stored.
const { TestEnvironment } = require('jest-environment-node');

/** The worker's window: a playwright BrowserContext. */
let window;

async function openWindow() {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.connect(process.env.CELLVOLUTION_BROWSER);
  // jest lets go of a worker by listening to it no more; a connection that stays open would keep it alive.
  process.on('removeListener', (event) => event === 'message' && browser.close());
  return browser.newContext();
}

module.exports = class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    const { CELLVOLUTION_BROWSER: address, CELLVOLUTION_URL: url } = process.env;
    if (!address || !url) return;
    window ??= await openWindow();
    this.global.browserWindow = window;
  }

  async teardown() {
    const pages = window?.pages() ?? [];
    await Promise.all(pages.map((page) => page.close()));
    // Where jest itself runs the tests, without a worker, it waits for the connection to close.
    if (window && !process.send) {
      await window.browser().close();
      window = undefined;
    }
    await super.teardown();
  }
};
