// npm run test:browser: builds the pages, serves them, and runs the tests under test/browser in a real browser.
//   --long   those that take long, `*.long.test.ts`     --build-only   builds the pages and runs nothing
// What else stands on the command line goes to jest.
import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser, startBrowser } from './browser.mjs';
import { build, serve } from './pages.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const pages = path.join(root, '.cache', 'browser-test');
const sources = ['src', 'assets', 'scripts', 'manifest.xml', 'webpack.config.js', 'package-lock.json'];

const own = ['--long', '--build-only'];
const [isLong, isBuildOnly] = own.map((option) => process.argv.includes(option));
const options = process.argv.slice(2).filter((option) => !own.includes(option));

await findBrowser();
if (await isOutdated()) await buildPages();
if (!isBuildOnly) process.exitCode = await test();

/** @returns jest's exit code */
async function test() {
  const [server, browser] = await Promise.all([serve(pages), startBrowser()]);
  const { port } = server.address();
  try {
    return await jest({
      CELLVOLUTION_BROWSER: browser.wsEndpoint(),
      CELLVOLUTION_URL: `http://localhost:${port}/`,
      ...(isLong && { CELLVOLUTION_LONG: '1' }),
    });
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

/** Only what has changed since the last run needs a build. */
async function isOutdated() {
  const built = await fs.stat(path.join(pages, 'index.html')).catch(() => null);
  if (!built) return true;
  const times = await Promise.all(sources.map((source) => newest(path.join(root, source))));
  return Math.max(...times) > built.mtimeMs;
}

async function newest(file) {
  const stat = await fs.stat(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const entries = await fs.readdir(file);
  return Math.max(
    stat.mtimeMs,
    ...(await Promise.all(entries.map((entry) => newest(path.join(file, entry))))),
  );
}

async function buildPages() {
  console.log('Building the pages for the browser tests.');
  const makeConfig = createRequire(import.meta.url)('../webpack.config.js');
  const config = await makeConfig({}, { mode: 'production' });
  config.context = root;
  config.output.path = pages;
  // Sources that change during the build are newer than it.
  const now = new Date();
  await build(config);
  // A page that did not change is not written again; its time says when it was last known to be right.
  await fs.utimes(path.join(pages, 'index.html'), now, now);
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
