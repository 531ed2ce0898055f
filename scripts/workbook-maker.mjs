// What makes workbook files, in Node: the add-in and the embedded workbook in one bundle, in a window without a screen.
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import webpack from 'webpack';
import { build } from './pages.mjs';
import { openWindow } from './window.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, '.cache', 'workbook');
const require = createRequire(import.meta.url);

/** @returns the starts, and what makes the bytes of a file of one of them: of one only, since office.js cannot start anew */
export async function openMaker() {
  await buildMaker();
  const { loadScript } = openWindow();
  const { makeWorkbook, starts } = require(path.join(folder, 'make.cjs'));
  const manifest = await fs.readFile(path.join(root, 'manifest.xml'), 'utf8');
  const addin = { id: /<Id>([^<]*)</.exec(manifest)[1], version: /<Version>([^<]*)</.exec(manifest)[1] };
  const library = pathToFileURL(require.resolve('@microsoft/office-js/dist/office.js')).href;
  const loadOffice = async () => {
    await loadScript(library);
    Object.assign(globalThis, { Office: window['Office'] });
    await Office.onReady();
    Object.assign(globalThis, { Excel: window['Excel'], OfficeExtension: window['OfficeExtension'] });
  };
  return { starts, make: (wanted) => makeWorkbook(wanted, addin, loadOffice) };
}

/** Kept in .cache: only what has changed is built again. */
async function buildMaker() {
  const { module, resolve } = await require('../webpack.config.js')({}, { mode: 'production' });
  await build({
    mode: 'production',
    context: root,
    target: 'node20',
    entry: './src/commandLine/makeWorkbook.ts',
    output: { path: folder, filename: 'make.cjs', library: { type: 'commonjs2' } },
    cache: { type: 'filesystem', cacheDirectory: path.join(root, '.cache/webpack'), name: 'workbook' },
    module,
    resolve,
    optimization: { minimize: false, splitChunks: false },
    // Node's workers are of another kind than the web's: a run steps in the program's own thread.
    plugins: [new webpack.DefinePlugin({ Worker: 'undefined' })],
    performance: { hints: false },
  });
}
