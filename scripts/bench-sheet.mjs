// npm run bench:sheet: builds the pages as they are shipped, opens them in Chromium, does what a person does, and prints
// where the time goes. Writes its tables to test/bench/results.
//   --quick   fewer rounds; nothing is written
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { startBrowser } from './browser.mjs';
import { build, serve } from './pages.mjs';

// Before anything is built: what else the machine does.
const load = os.loadavg()[0];
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const folder = path.join(root, '.cache', 'bench-sheet');
const pages = path.join(folder, 'pages');
const results = path.join(root, 'test/bench/results');

const { values: options } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });

await buildAll();
const server = await serve(pages);
const browser = await startBrowser();
try {
  const connection = await chromium.connect(browser.wsEndpoint());
  // As the environment of the browser tests gives it to the harness.
  globalThis.browser = connection;
  process.env.CELLVOLUTION_URL = `http://localhost:${server.address().port}/`;
  const { benchSheet } = require(path.join(folder, 'bench.cjs'));
  const { files } = await benchSheet({ ...options, machine: machine(connection.version()) });
  await connection.close();
  if (!options.quick) {
    await fs.mkdir(results, { recursive: true });
    for (const [name, text] of Object.entries(files)) await fs.writeFile(path.join(results, name), text);
    console.log(`\nWritten to ${path.relative(root, results)}: ${Object.keys(files).join(', ')}.`);
  }
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}

/** The pages; beside them the engine alone, for the page; and the bench itself, for Node. */
async function buildAll() {
  const shipped = await require('../webpack.config.js')({}, { mode: 'production' });
  const { module, resolve } = shipped;
  const common = { mode: 'production', context: root, module, resolve, performance: { hints: false } };
  await build({ ...shipped, context: root, output: { ...shipped.output, path: pages } });
  await build({
    ...common,
    target: 'web',
    entry: './test/bench/sheet/engineInPage.ts',
    output: { path: pages, filename: 'bench-engine.js' },
  });
  await build({
    ...common,
    target: 'node20',
    entry: './test/bench/sheet/sheetBench.ts',
    output: { path: folder, filename: 'bench.cjs', library: { type: 'commonjs2' } },
    externals: { 'playwright-core': 'commonjs playwright-core' },
    // What is sent to the page must be there as it was written.
    optimization: { minimize: false },
  });
}

function machine(version) {
  const processors = os.cpus();
  return {
    processor: processors[0].model.trim(),
    cores: processors.length,
    system: `${os.type()} ${os.release()}`,
    load,
    runtime: `Chromium ${version}`,
  };
}
