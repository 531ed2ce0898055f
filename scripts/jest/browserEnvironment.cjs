// Where tests in a browser run. All files of one worker share a connection to the browser; each page that a file opens is in a
// window of its own, and finds nothing there that another one stored.
const { TestEnvironment } = require('jest-environment-node');

/** The worker's connection: a playwright Browser. */
let browser;

async function connect() {
  const { chromium } = await import('playwright-core');
  const connection = await chromium.connect(process.env.CELLVOLUTION_BROWSER);
  // jest lets go of a worker by listening to it no more; a connection that stays open would keep it alive.
  process.on('removeListener', (event) => event === 'message' && connection.close());
  return connection;
}

module.exports = class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    const { CELLVOLUTION_BROWSER: address, CELLVOLUTION_URL: url } = process.env;
    if (!address || !url) return;
    browser ??= await connect();
    this.global.browser = browser;
  }

  async teardown() {
    const windows = browser?.contexts() ?? [];
    await Promise.all(windows.map((window) => window.close()));
    // Where jest itself runs the tests, without a worker, it waits for the connection to close.
    if (browser && !process.send) {
      await browser.close();
      browser = undefined;
    }
    await super.teardown();
  }
};
