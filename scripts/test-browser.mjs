// npm run test:browser: builds the pages, serves them, and runs the tests under test/browser in a real browser.
//   --long   those that take long, `*.long.test.ts`     --build-only   builds the pages and runs nothing
// What else stands on the command line goes to jest.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser, startBrowser } from './browser.mjs';
import { buildIfOutdated, serve } from './pages.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const pages = path.join(root, '.cache', 'browser-test');
/** A site under a path, as `npm run build` makes it: its manifest alone knows the address, so it works at any other. */
const SITE = 'https://example.org/school/cellvolution/';

const own = ['--long', '--build-only'];
const [isLong, isBuildOnly] = own.map((option) => process.argv.includes(option));
const options = process.argv.slice(2).filter((option) => !own.includes(option));

const program = await findBrowser();
await buildIfOutdated(pages, makeConfig);
if (!isBuildOnly) process.exitCode = await test();

/** @returns jest's exit code */
async function test() {
  const [server, browser] = await Promise.all([serve(pages), startBrowser()]);
  const { port } = server.address();
  try {
    return await jest({
      CELLVOLUTION_BROWSER: browser.wsEndpoint(),
      CELLVOLUTION_BROWSER_PROGRAM: program,
      CELLVOLUTION_URL: `http://localhost:${port}/`,
      CELLVOLUTION_PAGES: pages,
      ...(isLong && { CELLVOLUTION_LONG: '1' }),
    });
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

async function makeConfig() {
  console.log('Building the pages for the browser tests.');
  return createRequire(import.meta.url)('../webpack.config.js')({ url: SITE }, { mode: 'production' });
}

function jest(env) {
  const program = createRequire(import.meta.url).resolve('jest/bin/jest');
  const args = [program, '--config', path.join(root, 'test/browser/jest.config.cjs'), ...options];
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}
