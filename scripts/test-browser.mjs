// npm run test:browser: builds the pages, serves them, and runs the tests under test/browser in a real browser.
// What follows on the command line goes to jest.
import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';
import { build, serve } from './pages.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const pages = path.join(root, '.cache', 'browser-test');
const sources = ['src', 'assets', 'scripts', 'manifest.xml', 'webpack.config.js', 'package-lock.json'];

const browser = await findBrowser();
if (await isOutdated()) await buildPages();
const server = await serve(pages);
const { port } = server.address();
process.exitCode = await jest({ CHROMIUM: browser, CELLVOLUTION_URL: `http://localhost:${port}/` });
server.close();
server.closeAllConnections();

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
  await build(config);
  // A page that did not change is not written again; its time says when it was last known to be right.
  const now = new Date();
  await fs.utimes(path.join(pages, 'index.html'), now, now);
}

function jest(env) {
  const program = createRequire(import.meta.url).resolve('jest/bin/jest');
  const args = [
    program,
    '--config',
    path.join(root, 'test/browser/jest.config.cjs'),
    ...process.argv.slice(2),
  ];
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}
